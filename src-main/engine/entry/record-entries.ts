import { peopleSchema } from "#shared/bundle/manifest.ts";
import { appError } from "#shared/errors.ts";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import type { Period } from "#shared/plan/ids.ts";
import { fail, ok } from "#shared/result.ts";
import type { SealedBundle } from "../../bundle/types.ts";
import { prepareFolder } from "../bundles/archive.ts";
import { signerOf } from "../trust/certificates.ts";
import { handOut } from "../bundles/hand-out.ts";
import { rememberOfficer } from "../workspace/officers.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import { officeRecipients } from "../trust/recipients.ts";
import { sealRevisions } from "../submission/seal-revisions.ts";
import type { SealRequest } from "../submission/seal.ts";
import type { Session } from "../session.ts";
import { submissionPreview } from "../submission/submission.ts";
import type { Answer } from "../types.ts";

export interface EntriesToRecord {
  readonly period: Period;
  readonly filler: string;
  readonly reviewer?: string | undefined;
  readonly head?: string | undefined;
  /** Where the bundle is written besides: looked at for room before anything is signed. */
  readonly dir?: string;
}

/**
 * 生效: the office's own drafts become signed revisions of its unit, in a `submission` that stays in the archive and
 * travels to its other PCs inside exchanges. They count at once; no receipt answers, so none is carried twice.
 */
export async function recordEntries(
  session: Session,
  { period, filler, reviewer, head, dir }: EntriesToRecord,
): Promise<Answer<SealedBundle>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (isPeriodLocked(session, period)) return fail(appError("period-locked", { period }));
  const people = peopleSchema.required({ filler: true }).safeParse({
    filler: filler.trim(),
    ...(reviewer === undefined ? {} : { reviewer }),
    ...(head === undefined ? {} : { head }),
  });
  if (!people.success) return fail(appError("invalid-input", { where: "filler" }));
  const preview = submissionPreview(session, period);
  if (!preview.ok) return preview;
  const { items } = preview.value;
  if (items.length === 0) return fail(appError("nothing-to-submit", { period }));
  const signer = signerOf(session, "self");
  if (!signer.ok) return signer;
  const sealed = await sealRevisions(session, {
    signer: signer.value,
    period,
    people: people.data,
    items,
    earlier: [],
    exchanges: [],
    dir: dir ?? null,
  });
  if (sealed.ok) rememberOfficer(session, people.data.filler, "filler");
  return sealed;
}

/** The same, with the bundle written out besides for the PCs of the office. */
export async function recordAndHandOut(
  session: Session,
  request: SealRequest,
): Promise<Answer<ChannelOutput<"submission.seal">>> {
  const folder = prepareFolder(request.dir);
  if (!folder.ok) return folder;
  const preview = submissionPreview(session, request.period);
  if (!preview.ok) return preview;
  const sealed = await recordEntries(session, request);
  if (!sealed.ok) return sealed;
  const recipients = request.encrypt ? officeRecipients(session) : [];
  const written = await handOut(session, sealed.value, { dir: request.dir, recipients });
  return written.ok ? ok({ ...written.value, checkCode: preview.value.checkCode }) : written;
}
