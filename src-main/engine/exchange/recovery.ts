import { appError } from "#shared/errors.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { bundlesOfUnit, REPORTED } from "../../store/bundles.ts";
import { decisionsBy } from "../../store/records.ts";
import { signerOf } from "../trust/certificates.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { inParts, originalsOf, type PartLimit } from "../bundles/embedding.ts";
import { issueBundle, type IssuedBundle } from "../bundles/issue-bundle.ts";
import { periodsOf, recordBytes } from "../bundles/own-bundle.ts";
import { unitRecipients } from "../trust/recipients.ts";
import { currentRevocations } from "../trust/revocations.ts";
import { unitOf, type Session } from "../session.ts";
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
  if (session.role !== "office") return fail(appError("wrong-role"));
  const { db, plan } = session;
  if (unitOf(plan, unit) === undefined) return fail(appError("unknown-unit", { unit }));
  const signer = signerOf(session, "self");
  if (!signer.ok) return signer;
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const decisions = decisionsBy(db, device.value, unit);
  // Its own receipts say nothing that its decisions do not; those of other keys do, earlier ones of this PC too.
  const held = bundlesOfUnit(db, unit, [...REPORTED, "receipt"], ["admitted", "own"]).filter(
    (row) => row.kind !== "receipt" || row.device !== device.value,
  );
  if (decisions.length === 0 && held.length === 0) return fail(appError("nothing-to-recover", { unit }));
  const recipients = encrypt ? unitRecipients(session, unit) : [];
  if (encrypt && recipients.length === 0) return fail(appError("unknown-device", { unit }));
  const revocations = currentRevocations(session);
  const originals = originalsOf(
    session,
    held.map(({ digest }) => digest),
  );
  const issued: IssuedBundle[] = [];
  for (const bundles of inParts(originals, limit)) {
    const part = await issueBundle(
      session,
      {
        signer: signer.value,
        kind: "recovery",
        unit,
        periods: periodsOf(decisions),
        people: { office: session.name },
        content: { decisions: decisions.map(recordBytes), bundles, ...(revocations && { revocations }) },
      },
      { dir, recipients },
    );
    if (!part.ok) return part;
    issued.push(part.value);
  }
  return ok(issued);
}
