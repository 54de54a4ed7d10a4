import { appError } from "#shared/errors.ts";
import { fail } from "#shared/result.ts";
import { bundlesOfKind, bundlesOnRecord } from "../../store/bundles.ts";
import { carriedBy, isCarried, originalsOf, type PartLimit } from "../bundles/embedding.ts";
import type { IssuedBundle } from "../bundles/issue-bundle.ts";
import { decisionsHere, issueInParts } from "./decisions-here.ts";
import { colleagueRecipients } from "../trust/recipients.ts";
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
  const here = decisionsHere(session);
  if (!here.ok) return here;
  const recipients = options.encrypt ? colleagueRecipients(session) : [];
  if (options.encrypt && recipients.length === 0) return fail(appError("no-sister"));
  const { db } = session;
  const carried = options.all ? new Set<string>() : carriedBy(bundlesOfKind(db, "office-exchange", ["own"]));
  const digests = bundlesOnRecord(db)
    .filter(({ kind, digest }) => !STAYS_HERE.has(kind) && !isCarried(carried, digest))
    .map(({ digest }) => digest);
  return issueInParts(
    session,
    here.value,
    { kind: "office-exchange", unit: session.unit },
    originalsOf(session, digests),
    { dir, recipients, limit: options.limit },
  );
}
