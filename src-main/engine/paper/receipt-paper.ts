import { manifestSchema } from "#shared/bundle/manifest.ts";
import { appError } from "#shared/errors.ts";
import {
  isDecisionEntry,
  isRevisionEntry,
  type DecisionEntry,
  type RevisionEntry,
} from "#shared/ledger/entry.ts";
import { headsOf } from "#shared/ledger/heads.ts";
import { isJudging } from "#shared/ledger/judgement.ts";
import { receiptModel, type ReceiptItem } from "#shared/paper/receipt.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { bundlesOfUnit, placeInSeries, recordsOfBundle } from "../../store/bundles.ts";
import { recordById } from "../../store/records.ts";
import { subjectStatus } from "../../store/subjects.ts";
import type { BundleRow } from "../../store/tables.ts";
import { certificates } from "../../store/trust.ts";
import { officeCommon } from "./office-paper.ts";
import { codeOfData, paperReceived } from "../review/paper-received.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import type { Session } from "../session.ts";
import { isRevokedHere } from "../trust/trust.ts";
import type { Answer } from "../types.ts";

/** 回执单 to one unit, from the newest receipt this PC wrote for it; refused where it acknowledges nothing of the period. */
export function receiptSheet(session: Session, unit: UnitKey, period: Period): Answer<SheetModel> {
  const { db, plan } = session;
  if (!reportingUnits(plan, period).some(({ key }) => key === unit))
    return fail(appError("unknown-unit", { unit }));
  const found = acknowledged(session, unit, period);
  if (found === null) return fail(appError("no-receipt", { unit, period }));
  const { receipt, bundle } = found;
  const papers = paperReceived(session, period);
  if (!papers.ok) return papers;
  const { followsAnother } = placeInSeries(db, bundle, bundle);
  return ok(
    receiptModel({
      ...officeCommon(session),
      unit,
      period,
      bundle: {
        digest: bundle.digest,
        sequence: bundle.sequence,
        hasPrevious: bundle.sequence === 1 ? null : followsAnother,
        receivedAt: bundle.received_at,
        isLate: bundle.late === 1,
        items: itemsOf(session, found, { unit, period }),
        certificate: certificateOf(session, bundle),
      },
      receipt: { digest: receipt.digest, sequence: receipt.sequence, createdAt: receipt.created_at },
      paper: papers.value.find((paper) => paper.unit === unit)?.received ?? null,
      checkCode: codeOfData(session, unit, period),
      officer: session.officer,
    }),
  );
}

/** Units for which a receipt acknowledges something of the period, in the plan's order. */
export function unitsWithReceipt(session: Session, period: Period): Answer<UnitKey[]> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  return ok(
    reportingUnits(session.plan, period)
      .map(({ key }) => key)
      .filter((unit) => acknowledged(session, unit, period) !== null),
  );
}

interface Acknowledged {
  readonly receipt: BundleRow;
  readonly bundle: BundleRow;
}

/** A receipt lists all that had come of the unit when it was written. */
function acknowledged({ db }: Session, unit: UnitKey, period: Period): Acknowledged | null {
  const receipt = bundlesOfUnit(db, unit, ["receipt"], ["own"]).at(-1);
  if (receipt === undefined) return null;
  const bundle = bundlesOfUnit(db, unit, ["submission"]).findLast(
    ({ received_at: at, manifest }) =>
      at <= receipt.created_at && manifestSchema.parse(JSON.parse(manifest)).periods.includes(period),
  );
  return bundle === undefined ? null : { receipt, bundle };
}

/** Every answer of the period in the package, with the receipt's judgement of that very answer. */
function itemsOf(
  { db }: Session,
  { receipt, bundle }: Acknowledged,
  { unit, period }: { readonly unit: UnitKey; readonly period: Period },
): ReceiptItem[] {
  const entriesIn = (digest: string) =>
    recordsOfBundle(db, digest)
      .flatMap((id) => recordById(db, id) ?? [])
      .filter(({ record }) => record.subject.period === period && record.subject.unit === unit);
  const decisions = Map.groupBy(
    entriesIn(receipt.digest).filter(isDecisionEntry),
    ({ record }) => record.subject.item,
  );
  const revisions = entriesIn(bundle.digest)
    .filter(isRevisionEntry)
    .filter(({ record }) => parseItem(record.subject.item).kind !== "contact");
  const latest = [...Map.groupBy(revisions, ({ record }) => record.subject.item).values()].flatMap(
    (same) => headsOf(same).heads[0] ?? [],
  );
  return latest
    .map((revision): ReceiptItem => {
      const { item } = revision.record.subject;
      const { body } = revision.record;
      const judged = judgementOf(revision, decisions.get(item) ?? []);
      const isDisputed = subjectStatus(db, { unit, period, item }) === "conflict";
      return {
        item: itemSchema.parse(item),
        outcome: judged?.outcome ?? (isDisputed ? "conflict" : "pending"),
        comment: judged?.comment ?? "",
        isCompleted: "status" in body && body.status === "completed",
      };
    })
    .toSorted((a, b) => placeOf(a.item) - placeOf(b.item) || (a.item < b.item ? -1 : 1));
}

const KINDS = ["task", "indicator", "register"];
/** Tasks by number, then indicators, then registers. */
const placeOf = (item: ReceiptItem["item"]): number => {
  const parts = parseItem(item);
  return KINDS.indexOf(parts.kind) * 1000 + (parts.kind === "task" ? parts.no : 0);
};

function judgementOf({ id }: RevisionEntry, decisions: readonly DecisionEntry[]) {
  const [head] = headsOf(decisions, ({ record }) => isJudging(record.body.outcome)).heads;
  const body = head?.record.body;
  if (body?.revisions?.includes(id) !== true) return null;
  const { outcome, comment = "" } = body;
  return outcome === "accepted" || outcome === "returned" || outcome === "closed" || outcome === "verified"
    ? { outcome, comment }
    : null;
}

/** Of the laptop as it signed: its newest certificate by then. */
function certificateOf(session: Session, { device, received_at: at }: BundleRow) {
  const row = certificates(session.db)
    .filter((each) => each.device === device && each.role !== "root" && each.granted_at <= at)
    .toSorted((a, b) => (a.granted_at < b.granted_at ? -1 : 1))
    .at(-1);
  return row === undefined ? null : { serial: row.serial, isRevoked: isRevokedHere(session)(row) };
}
