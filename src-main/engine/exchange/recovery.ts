import { appError } from "#shared/errors.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import { fail } from "#shared/result.ts";
import { bundlesOfUnit, REPORTED } from "../../store/bundles.ts";
import { originalsOf, type PartLimit } from "../bundles/embedding.ts";
import type { IssuedBundle } from "../bundles/issue-bundle.ts";
import { decisionsHere, issueInParts } from "./decisions-here.ts";
import { unitRecipients } from "../trust/recipients.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * 恢复包: all that the office has of a unit, for a laptop that lost it: the unit's own bundles, this PC's decisions,
 * and the receipts in which other PCs of the office decided. As many bundles as the limits of the format ask for.
 */
export async function writeRecovery(
  session: Session,
  unit: UnitKey,
  dir: string,
  { encrypt, limit }: { readonly encrypt: boolean; readonly limit?: PartLimit },
): Promise<Answer<IssuedBundle[]>> {
  const here = decisionsHere(session, unit);
  if (!here.ok) return here;
  const { device, decisions } = here.value;
  // Its own receipts say nothing that its decisions do not; those of other keys do, earlier ones of this PC too.
  const held = bundlesOfUnit(session.db, unit, [...REPORTED, "receipt"], ["admitted", "own"]).filter(
    (row) => row.kind !== "receipt" || row.device !== device,
  );
  if (decisions.length === 0 && held.length === 0) return fail(appError("nothing-to-recover", { unit }));
  const recipients = encrypt ? unitRecipients(session, unit) : [];
  if (encrypt && recipients.length === 0) return fail(appError("unknown-device", { unit }));
  const originals = originalsOf(
    session,
    held.map(({ digest }) => digest),
  );
  return issueInParts(session, here.value, { kind: "recovery", unit }, originals, { dir, recipients, limit });
}
