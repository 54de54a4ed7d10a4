import { draftToBody } from "#shared/checks/draft-to-body.ts";
import { entriesFileSchema, entriesToDrafts } from "#shared/entries/entries-file.ts";
import { revisionSchema, type RevisionBody, type RevisionType } from "#shared/ledger/record.ts";
import { periodsOf } from "#shared/plan/calendar.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { sampleEntries } from "#seeds/sample-869/sample.ts";
import { newEntry, recordBytes } from "#main/engine/bundles/own-bundle.ts";
import type { Session } from "#main/engine/session.ts";
import { assembled } from "../support/in-memory.ts";
import { newLaptop } from "./office.ts";

/**
 * All that a unit was asked in the whole plan, each answer corrected so many times: one bundle. Samples, with the
 * corrections in the note.
 */
export async function busyBundle(
  office: Session,
  unit: UnitKey,
  { corrections, serial }: { readonly corrections: number; readonly serial: number },
): Promise<{ readonly bytes: Uint8Array; readonly revisions: number }> {
  const { plan } = office;
  const { device, signer } = await newLaptop(office, unit, serial);
  const periods = periodsOf(plan);
  const entries = periods.flatMap((period) =>
    answersOf(plan, unit, period).flatMap(({ item, type, body }) => {
      const line: ReturnType<typeof newEntry>[] = [];
      for (let no = 0; no <= corrections; no += 1) {
        const before = line.at(-1);
        line.push(
          newEntry(
            revisionSchema.parse({
              format: "taizhang-record",
              v: 1,
              type,
              at: `2024-04-05T01:00:${String(no).padStart(2, "0")}.000Z`,
              author: { name: "填报人甲", role: "filler" },
              body,
              device,
              parents: before === undefined ? [] : [before.id],
              planVersion: plan.version,
              subject: { item, period, plan: plan.id, unit },
            }),
          ),
        );
      }
      return line;
    }),
  );
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { bytes } = await assembled({
    kind: "submission",
    unit,
    plan: { id: plan.id, version: plan.version },
    periods: [...periods],
    people: { filler: "填报人甲", reviewer: "审核人乙", head: "负责人丙" },
    sequence: 1,
    previous: null,
    createdAt: "2024-04-05T01:00:00.000Z",
    signer,
    content: { revisions: sorted.map(recordBytes) },
  });
  return { bytes, revisions: sorted.length };
}

interface SampleAnswer {
  readonly item: Item;
  readonly type: RevisionType;
  readonly body: RevisionBody;
}

function answersOf(plan: Plan, unit: UnitKey, period: Period): SampleAnswer[] {
  return entriesToDrafts(entriesFileSchema.parse(sampleEntries(plan, unit, period))).flatMap(
    ({ item, draft }) => {
      const body = draftToBody(plan, item, draft);
      return body.ok ? [{ item, type: typeOf(item), body: body.value }] : [];
    },
  );
}

function typeOf(item: Item): RevisionType {
  const parts = parseItem(item);
  switch (parts.kind) {
    case "task":
      return "task-progress";
    case "contact":
      return "task-contact";
    case "indicator":
      return "indicator-value";
    default:
      return parts.kind === "register" && parts.key !== undefined ? "register-row" : "register-confirmation";
  }
}
