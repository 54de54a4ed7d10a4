import { peopleSchema } from "#shared/bundle/manifest.ts";
import { appError, type AppError } from "#shared/errors.ts";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import type { Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import { unacknowledgedRevisions } from "../../store/records.ts";
import { prepareFolder } from "../bundles/archive.ts";
import { signerOf } from "../trust/certificates.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { rememberSigners } from "../workspace/officers.ts";
import { unacknowledgedExchanges } from "../exchange/exchange.ts";
import { handOut, unwrittenSubmissions, type HandedOut } from "../bundles/hand-out.ts";
import { officeRecipients } from "../trust/recipients.ts";
import { sealRevisions } from "./seal-revisions.ts";
import type { Session } from "../session.ts";
import { submissionPreview } from "./submission.ts";
import type { Answer } from "../types.ts";

export interface SealRequest {
  readonly period: Period;
  readonly filler: string;
  readonly reviewer: string;
  readonly head: string;
  readonly dir: string;
  readonly encrypt: boolean;
}

/**
 * 上报: drafts become signed revisions and one bundle file. The bundle carries every revision of this laptop that
 * no receipt has acknowledged, and the exchanges of sister laptops with what none has acknowledged of theirs. The
 * ledger changes before the file is handed out; what a crash between the two leaves unwritten goes out with the next
 * 上报, so that no number ever stands for two bundles.
 */
export async function sealSubmission(
  session: Session,
  request: SealRequest,
): Promise<Answer<ChannelOutput<"submission.seal">>> {
  const { db } = session;
  const refusal = refusalOf(session, request);
  if (refusal) return fail(refusal);
  const preview = submissionPreview(session, request.period);
  if (!preview.ok) return preview;
  const unwritten = unwrittenSubmissions(db);
  const isAgain = unwritten.some(({ manifest }) => manifest.periods.includes(request.period));
  const { items, checkCode } = preview.value;
  const exchanges = unacknowledgedExchanges(session);
  const isEmpty = items.length === 0 && exchanges.length === 0;
  if (isEmpty && !isAgain) return fail(appError("nothing-to-submit", { period: request.period }));
  const signer = signerOf(session, "self");
  if (!signer.ok) return signer;
  if (session.planBundled) return fail(appError("no-plan-bundle"));
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const recipients = request.encrypt ? officeRecipients(session) : [];
  if (request.encrypt && recipients.length === 0) return fail(appError("not-enrolled"));
  const folder = prepareFolder(request.dir);
  if (!folder.ok) return folder;

  let handedOut: Answer<HandedOut> | null = null;
  for (const bundle of unwritten) {
    handedOut = await handOut(session, bundle, { ...request, recipients });
    if (!handedOut.ok) return handedOut;
  }
  if (isEmpty && handedOut?.ok) return ok({ ...handedOut.value, checkCode });

  const { filler, reviewer, head } = request;
  const sealed = await sealRevisions(session, {
    signer: signer.value,
    period: request.period,
    people: { filler, reviewer, head },
    items,
    earlier: unacknowledgedRevisions(db, device.value),
    exchanges,
    dir: request.dir,
  });
  if (!sealed.ok) return sealed;
  rememberSigners(session, request);
  const written = await handOut(session, sealed.value, { ...request, recipients });
  return written.ok ? ok({ ...written.value, checkCode }) : written;
}

function refusalOf(session: Session, { period, filler, reviewer, head }: SealRequest): AppError | null {
  if (session.role !== "reporter") return appError("wrong-role");
  if (isPeriodLocked(session, period)) return appError("period-locked", { period });
  const people = peopleSchema.required({ filler: true, reviewer: true, head: true });
  const named = people.safeParse({ filler, reviewer, head });
  return named.success
    ? null
    : appError("invalid-input", { where: named.error.issues.map(({ path }) => path.join(".")).join(", ") });
}
