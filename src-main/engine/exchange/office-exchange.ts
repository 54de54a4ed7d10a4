import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { bundlesOfKind, bundlesOnRecord } from "../../store/bundles.ts";
import { decisionsBy } from "../../store/records.ts";
import { signerOf } from "../trust/certificates.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { carriedBy, inParts, isCarried, originalsOf, type PartLimit } from "../bundles/embedding.ts";
import { issueBundle, type IssuedBundle } from "../bundles/issue-bundle.ts";
import { periodsOf, recordBytes } from "../bundles/own-bundle.ts";
import { colleagueRecipients } from "../trust/recipients.ts";
import { currentRevocations } from "../trust/revocations.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** What does not travel on: exchanges would nest without end. */
const STAYS_HERE: ReadonlySet<string> = new Set(["office-exchange", "recovery"]);

/**
 * 市级互换包: every decision made on this PC, and the original bundles that no earlier one of this PC has carried
 * (`all`: every one of them), for the other PCs of the office. As many bundles as the limits of the format ask for.
 */
export async function writeOfficeExchange(
  session: Session,
  dir: string,
  options: { readonly encrypt: boolean; readonly all: boolean; readonly limit?: PartLimit },
): Promise<Answer<IssuedBundle[]>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const { db } = session;
  const signer = signerOf(session, "self");
  if (!signer.ok) return signer;
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const recipients = options.encrypt ? colleagueRecipients(session) : [];
  if (options.encrypt && recipients.length === 0) return fail(appError("no-sister"));
  const decisions = decisionsBy(db, device.value);
  const carried = options.all ? new Set<string>() : carriedBy(bundlesOfKind(db, "office-exchange", ["own"]));
  const digests = bundlesOnRecord(db)
    .filter(({ kind, digest }) => !STAYS_HERE.has(kind) && !isCarried(carried, digest))
    .map(({ digest }) => digest);
  const revocations = currentRevocations(session);
  const issued: IssuedBundle[] = [];
  for (const bundles of inParts(originalsOf(session, digests), options.limit)) {
    // Decisions are few: every part has them all, so that none depends on another.
    const part = await issueBundle(
      session,
      {
        signer: signer.value,
        kind: "office-exchange",
        unit: session.unit,
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
