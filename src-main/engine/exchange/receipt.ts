import { digestSchema } from "#shared/bundle/identifiers.ts";
import { rejectionReasonSchema } from "#shared/bundle/reasons.ts";
import type { ReceivedBundle } from "#shared/bundle/receipt.ts";
import { appError } from "#shared/errors.ts";
import { compareIds } from "#shared/ledger/entry.ts";
import { bundleReportSchema } from "#shared/ipc/views.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { bundleOfRecord, bundlesOfUnit, REPORTED } from "../../store/bundles.ts";
import { quarantined } from "../../store/quarantined.ts";
import { originalsOf } from "../bundles/embedding.ts";
import { unitRecipients } from "../trust/recipients.ts";
import { issueBundle, type IssuedBundle } from "../bundles/issue-bundle.ts";
import { bringing, decisionsHere } from "./decisions-here.ts";
import { conflictList } from "../review/review.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

export interface WrittenReceipt extends IssuedBundle {
  readonly unit: UnitKey;
  readonly decisions: number;
}

/**
 * 回执: what arrived from a unit, every decision this PC made on it, and the packages that hold conflicting values,
 * so that a laptop which missed an earlier receipt catches up with any later one.
 */
export async function writeReceipt(
  session: Session,
  unit: UnitKey,
  dir: string,
  { encrypt }: { readonly encrypt: boolean },
): Promise<Answer<WrittenReceipt>> {
  const here = decisionsHere(session, unit);
  if (!here.ok) return here;
  const { decisions } = here.value;
  const bundles = receivedFrom(session, unit);
  if (decisions.length === 0 && bundles.length === 0) return fail(appError("nothing-to-receipt", { unit }));
  const recipients = encrypt ? unitRecipients(session, unit) : [];
  if (encrypt && recipients.length === 0) return fail(appError("unknown-device", { unit }));
  const brought = bringing(session, here.value);
  const issued = await issueBundle(
    session,
    {
      ...brought,
      kind: "receipt",
      unit,
      content: {
        ...brought.content,
        receipt: { format: "taizhang-receipt", v: 1, bundles },
        bundles: conflictBundles(session, unit),
      },
    },
    { dir, recipients },
  );
  return issued.ok ? ok({ ...issued.value, unit, decisions: decisions.length }) : issued;
}

/** Merged packages of the unit, and refused ones that say they are the unit's; merged beats refused. */
function receivedFrom({ db }: Session, unit: UnitKey): ReceivedBundle[] {
  const lines = new Map<string, ReceivedBundle>();
  for (const { report, receivedAt } of quarantined(db)) {
    const claimed = bundleReportSchema.parse(JSON.parse(report));
    const reason = rejectionReasonSchema.safeParse(claimed.reason);
    if (claimed.unit !== unit || claimed.digest === null || !reason.success) continue;
    const digest = digestSchema.parse(claimed.digest);
    lines.set(digest, { digest, receivedAt, status: "rejected", reason: reason.data });
  }
  for (const { digest: text, received_at: receivedAt } of bundlesOfUnit(db, unit, REPORTED)) {
    const digest = digestSchema.parse(text);
    lines.set(digest, { digest, receivedAt, status: "merged" });
  }
  return [...lines.values()].toSorted((a, b) => compareIds(a.digest, b.digest));
}

/** Original packages that hold the heads of the unit's conflicts. */
function conflictBundles(session: Session, unit: UnitKey) {
  const digests = new Set(
    conflictList(session)
      .filter((conflict) => conflict.unit === unit)
      .flatMap(({ sides }) => sides)
      .flatMap(({ revision }) => bundleOfRecord(session.db, revision)?.digest ?? []),
  );
  return originalsOf(session, digests);
}
