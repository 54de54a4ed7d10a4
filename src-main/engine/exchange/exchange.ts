import { appError } from "#shared/errors.ts";
import { fail } from "#shared/result.ts";
import { bundlesOfSisters } from "../../store/bundles.ts";
import { revisionsOfDevice, unacknowledgedIn } from "../../store/records.ts";
import { attachmentsOf } from "../attachments/attach-to-bundle.ts";
import { signerOf } from "../trust/certificates.ts";
import { readDeviceId, requireDeviceId } from "../trust/device-id.ts";
import { originalsOf, type Embedded } from "../bundles/embedding.ts";
import { issueBundle, type IssuedBundle } from "../bundles/issue-bundle.ts";
import { periodsOf, recordBytes } from "../bundles/own-bundle.ts";
import { sisterRecipients } from "../trust/recipients.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Between the laptops of one unit. */

/**
 * 互换包: everything this laptop has sealed so far, for the other laptops of its unit. Each holds all that those
 * before it held, so that the newest one is enough.
 */
export async function writeExchange(
  session: Session,
  dir: string,
  { encrypt }: { readonly encrypt: boolean },
): Promise<Answer<IssuedBundle>> {
  if (session.role !== "reporter") return fail(appError("wrong-role"));
  const signer = signerOf(session, "self");
  if (!signer.ok) return signer;
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const revisions = revisionsOfDevice(session.db, device.value);
  if (revisions.length === 0) return fail(appError("nothing-to-exchange"));
  const recipients = encrypt ? sisterRecipients(session) : [];
  if (encrypt && recipients.length === 0) return fail(appError("no-sister"));
  const attachments = await attachmentsOf(session, revisions);
  if (!attachments.ok) return attachments;
  return issueBundle(
    session,
    {
      signer: signer.value,
      kind: "exchange",
      unit: session.unit,
      periods: periodsOf(revisions),
      people: { filler: session.name },
      content: { revisions: revisions.map(recordBytes), attachments: attachments.value },
    },
    { dir, recipients },
  );
}

/** Exchanges of sister laptops that hold what no receipt has acknowledged: the newest ones that cover it. */
export function unacknowledgedExchanges(session: Session): Embedded[] {
  const { db, unit } = session;
  const covered = new Set<number>();
  const needed = bundlesOfSisters(db, unit, "exchange", readDeviceId(db) ?? "").filter(({ no }) => {
    const fresh = unacknowledgedIn(db, no).filter((record) => !covered.has(record));
    for (const record of fresh) covered.add(record);
    return fresh.length > 0;
  });
  return originalsOf(
    session,
    needed.map(({ digest }) => digest),
  );
}
