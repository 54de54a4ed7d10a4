import { contactDraftSchema, type ContactDraft } from "#shared/checks/draft.ts";
import { isHard } from "#shared/checks/finding.ts";
import { appError } from "#shared/errors.ts";
import { progressSheetModel } from "#shared/paper/progress-sheet.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import type { Sheet } from "#shared/paper/sheets.ts";
import { taskSheetModel } from "#shared/paper/task-sheet.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { manifestSchema } from "#shared/bundle/manifest.ts";
import { fail, ok } from "#shared/result.ts";
import { bundleOfRecord } from "../store/bundles.ts";
import { readFact } from "../store/facts.ts";
import { isPlanPeriod } from "./plan-periods.ts";
import { itemView } from "./item-view.ts";
import { now, unitOf, type Session } from "./session.ts";
import { checkCodeOf } from "./submission.ts";
import type { Answer } from "./types.ts";
import { bodyOf, readUnitPeriod, type UnitPeriod } from "./unit-period.ts";

export interface SheetRequest {
  readonly sheet: Sheet;
  readonly unit: UnitKey;
  readonly period?: Period | undefined;
  readonly blank: boolean;
}

/** Everything a printed sheet shows, decided. A reporter prints its own unit; the office any. */
export function sheetModel(session: Session, request: SheetRequest): Answer<SheetModel> {
  const { plan } = session;
  const { sheet, unit, period } = request;
  if (unitOf(plan, unit)?.reporting === undefined) return fail(appError("unknown-unit", { unit }));
  if (session.role === "reporter" && unit !== session.unit) return fail(appError("unknown-unit", { unit }));
  const common = { plan, unit, printedAt: now(session), sample: readFact(session.db, "sample") === "yes" };
  if (sheet === "task-sheet") return ok(taskSheetModel(common));
  if (period === undefined) {
    if (!request.blank) return fail(appError("unknown-period", { period: "" }));
    return ok(progressSheetModel({ ...common, ...BLANK }));
  }
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  if (request.blank) return ok(progressSheetModel({ ...common, ...BLANK, period }));
  return ok(filledSheet(session, common, period));
}

const BLANK = {
  period: null,
  blank: true,
  items: [],
  contacts: new Map<number, ContactDraft>(),
  checkCode: null,
  digest: null,
  stage: "blank",
  people: null,
} as const;

function filledSheet(
  session: Session,
  common: Pick<Parameters<typeof progressSheetModel>[0], "plan" | "unit" | "printedAt" | "sample">,
  period: Period,
): SheetModel {
  const { db } = session;
  const own = session.role === "reporter";
  const known = readUnitPeriod(db, session.plan, { unit: common.unit, period }, { drafts: own });
  const items = known.items.map((item) => itemView(db, known, item));
  const bundle = sealedIn(session, known);
  return progressSheetModel({
    ...common,
    period,
    blank: false,
    items,
    contacts: contactsOf(known),
    checkCode: checkCodeOf(known),
    digest: bundle?.digest.slice(bundle.digest.indexOf(":") + 1) ?? null,
    stage: stageOf(known, bundle !== null),
    people: bundle?.people ?? null,
  });
}

/** 草稿 while hard findings remain, 送审稿 while drafts differ from what is sealed, else as sealed. */
function stageOf(known: UnitPeriod, sealed: boolean): "draft" | "review" | "sealed" {
  const open = [...known.drafts.keys()].length > 0;
  if (open && [...known.findings.values()].flat().some(isHard)) return "draft";
  return sealed && !open ? "sealed" : "review";
}

function contactsOf(known: UnitPeriod): Map<number, ContactDraft> {
  const contacts = new Map<number, ContactDraft>();
  for (const item of known.items) {
    const parts = parseItem(item);
    if (parts.kind !== "contact") continue;
    const value = known.drafts.get(item)?.draft ?? bodyOf(known.subjects.get(item)?.current_body);
    const contact = contactDraftSchema.safeParse(value);
    if (value && contact.success) contacts.set(parts.no, contact.data);
  }
  return contacts;
}

/** The newest package that holds values of the period, and who signed for it. */
function sealedIn({ db }: Session, known: UnitPeriod) {
  const bundles = [...known.subjects.values()]
    .filter(({ period, current }) => period === known.period && current !== null)
    .flatMap(({ current }) => (current === null ? [] : (bundleOfRecord(db, current) ?? [])));
  const newest = bundles.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1))[0];
  if (newest === undefined) return null;
  const { people } = manifestSchema.parse(JSON.parse(newest.manifest));
  return {
    digest: newest.digest,
    people: { filler: people.filler ?? "", reviewer: people.reviewer ?? "", head: people.head ?? "" },
  };
}
