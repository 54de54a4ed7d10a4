import { manifestSchema } from "#shared/bundle/manifest.ts";
import { contactDraftSchema, type ContactDraft } from "#shared/checks/draft.ts";
import { isHard } from "#shared/checks/finding.ts";
import { indicatorSheetModel } from "#shared/paper/indicator-sheet.ts";
import { progressSheetModel } from "#shared/paper/progress-sheet.ts";
import { registerSheetModel } from "#shared/paper/register-sheet.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import type { CopyInput } from "#shared/paper/signed-copy.ts";
import type { Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { bundleOfRecord } from "../../store/bundles.ts";
import { itemView } from "../period/item-view.ts";
import type { Session } from "../session.ts";
import { checkCodeOf } from "../submission/submission.ts";
import { bodyOf, readUnitPeriod, type UnitPeriod } from "../period/unit-period.ts";
import { unitRegisters } from "../period/unit-registers.ts";

/** The sheets that a unit signs for a period, with their state and the codes of what they were printed from. */

export type SignedSheet = "progress-sheet" | "indicator-sheet" | "register-sheet";
export type Common = Pick<CopyInput, "plan" | "unit" | "printedAt" | "sample">;

export function signedSheet(
  session: Session,
  sheet: SignedSheet,
  common: Common,
  period: Period,
): SheetModel {
  const { db } = session;
  const drafts = session.role === "reporter";
  const known = readUnitPeriod(db, session.plan, { unit: common.unit, period }, { drafts });
  const bundle = sealedIn(session, known);
  const stage = stageOf(known, bundle !== null);
  const copy = {
    ...common,
    period,
    stage,
    checkCode: checkCodeOf(known),
    digest: bundle?.digest.slice(bundle.digest.indexOf(":") + 1) ?? null,
    people: bundle?.people ?? null,
    items: known.items.map((item) => itemView(db, known, item)),
    contacts: contactsOf(known),
  };
  if (sheet === "progress-sheet") return progressSheetModel({ ...copy, blank: false });
  const registers = unitRegisters(db, known, stage === "sealed");
  return sheet === "indicator-sheet"
    ? indicatorSheetModel({ ...copy, registers })
    : registerSheetModel({ ...copy, registers });
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
export function sealedIn({ db }: Session, known: UnitPeriod) {
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
