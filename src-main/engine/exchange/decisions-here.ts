import { appError } from "#shared/errors.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import type { BundleSigner } from "../../bundle/types.ts";
import { decisionsBy } from "../../store/records.ts";
import { inParts, type Embedded, type PartLimit } from "../bundles/embedding.ts";
import { issueBundle, type BundleToIssue, type IssuedBundle } from "../bundles/issue-bundle.ts";
import { periodsOf, recordBytes } from "../bundles/own-bundle.ts";
import { unitOf, type Session } from "../session.ts";
import { signerOf } from "../trust/certificates.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { currentRevocations } from "../trust/revocations.ts";
import type { Answer } from "../types.ts";

/** Every decision that this PC of the office made, on one unit or on all, and who signs for it. */
export interface DecisionsHere {
  readonly signer: BundleSigner;
  readonly device: string;
  readonly decisions: ReturnType<typeof decisionsBy>;
}

/** Refused outside an office, for a unit that the plan does not have, and without keys that may sign. */
export function decisionsHere(session: Session, unit?: UnitKey): Answer<DecisionsHere> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (unit !== undefined && unitOf(session.plan, unit) === undefined)
    return fail(appError("unknown-unit", { unit }));
  const signer = signerOf(session, "self");
  if (!signer.ok) return signer;
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const decisions = decisionsBy(session.db, device.value, unit);
  return ok({ signer: signer.value, device: device.value, decisions });
}

type Brought = Pick<BundleToIssue, "signer" | "periods" | "people" | "content">;

/** What a bundle of these decisions says in any case; the revocations in force travel with it. */
export function bringing(session: Session, { signer, decisions }: DecisionsHere): Brought {
  const revocations = currentRevocations(session);
  return {
    signer,
    periods: periodsOf(decisions),
    people: { office: session.name },
    content: { decisions: decisions.map(recordBytes), ...(revocations && { revocations }) },
  };
}

/**
 * As many bundles as the originals need within the limit, at least one. Decisions are few: every part has them all, so
 * that none depends on another.
 */
export async function issueInParts(
  session: Session,
  here: DecisionsHere,
  to: Pick<BundleToIssue, "kind" | "unit">,
  originals: readonly Embedded[],
  road: {
    readonly dir: string;
    readonly recipients: readonly string[];
    readonly limit?: PartLimit | undefined;
  },
): Promise<Answer<IssuedBundle[]>> {
  const brought = bringing(session, here);
  const issued: IssuedBundle[] = [];
  for (const bundles of inParts(originals, road.limit)) {
    const part = await issueBundle(
      session,
      { ...to, ...brought, content: { ...brought.content, bundles } },
      road,
    );
    if (!part.ok) return part;
    issued.push(part.value);
  }
  return ok(issued);
}
