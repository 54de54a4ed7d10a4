import { appError } from "#shared/errors.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { fail } from "#shared/result.ts";
import { signerOf } from "../trust/certificates.ts";
import { issueBundle, type IssuedBundle } from "../bundles/issue-bundle.ts";
import { currentRevocations } from "../trust/revocations.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** The plan in force as a bundle signed by the root. It is public and not encrypted. */
export async function publishPlan(session: Session, dir: string): Promise<Answer<IssuedBundle>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const signer = signerOf(session, "root");
  if (!signer.ok) return signer;
  const revocations = currentRevocations(session);
  return issueBundle(
    session,
    {
      signer: signer.value,
      kind: "plan",
      unit: null,
      people: { office: session.name },
      content: { plan: toCanonicalBytes(session.plan), ...(revocations && { revocations }) },
    },
    { dir, recipients: [] },
  );
}
