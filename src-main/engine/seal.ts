import { peopleSchema } from "#shared/bundle/manifest.ts";
import { appError, type AppError } from "#shared/errors.ts";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import type { RevisionEntry } from "#shared/ledger/entry.ts";
import { revisionSchema, type DeviceId, type RevisionType } from "#shared/ledger/record.ts";
import { itemSchema, type Item, type Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { assertNever, fail, ok } from "#shared/result.ts";
import type { BundleContent } from "../bundle/types.ts";
import { sealAndArchive } from "./seal-and-archive.ts";
import { draftsOf, saveDraft, type StoredDraft } from "../store/drafts.ts";
import { attachmentsOf } from "./attach-to-bundle.ts";
import { insertRecord, unacknowledgedRevisions } from "../store/records.ts";
import { projectSubject, readSubjectState } from "../store/subjects.ts";
import { prepareFolder, requireRoom } from "./archive.ts";
import { signerOf } from "./certificates.ts";
import { journalSealed } from "./draft-journal.ts";
import { requireDeviceId } from "./device-id.ts";
import { isPeriodLocked } from "./period-lock.ts";
import { rememberSigners } from "./officers.ts";
import { unacknowledgedExchanges } from "./exchange.ts";
import { handOut, unwrittenSubmissions, type HandedOut } from "./hand-out.ts";
import { newEntry, recordBytes, recordOwnBundle } from "./own-bundle.ts";
import { officeRecipients } from "./recipients.ts";
import { nextInSeries } from "./sequence.ts";
import { now, type Session } from "./session.ts";
import { submissionPreview, type PreviewItem } from "./submission.ts";
import type { Answer } from "./types.ts";
import { asPeriod, sameBody } from "./unit-period.ts";

export interface SealRequest {
  readonly period: Period;
  readonly filler: string;
  readonly reviewer: string;
  readonly head: string;
  readonly dir: string;
  readonly encrypt: boolean;
}

type Sealed = RevisionEntry & { readonly canonical: string };

/**
 * 上报: drafts become signed revisions and one bundle file. The bundle carries every revision of this laptop that
 * no receipt has acknowledged, and the exchanges of sister laptops with what none has acknowledged of theirs. The ledger changes before the file is handed out; what a crash between the two leaves
 * unwritten goes out with the next 上报, so that no number ever stands for two bundles.
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

  const drafts = new Map(
    [...draftsOf(db, request.period)].filter(([item]) => items.some((sent) => sent.item === item)),
  );
  const fresh = items.map((item) => revisionOf(session, device.value, request, item));
  const earlier = unacknowledgedRevisions(db, device.value);
  const revisions = [...earlier, ...fresh].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const attachments = await attachmentsOf(session, revisions);
  if (!attachments.ok) return attachments;
  const content = {
    revisions: revisions.map(recordBytes),
    bundles: exchanges,
    attachments: attachments.value,
  };
  const room = requireRoom(request.dir, sizeOf(content));
  if (!room.ok) return room;
  const series = { device: device.value, kind: "submission", unit: session.unit };
  const place = nextInSeries(db, series);
  const sealed = await sealAndArchive(session, {
    kind: "submission",
    unit: session.unit,
    plan: { id: session.plan.id, version: session.plan.version },
    periods: [...new Set(revisions.map(({ record }) => record.subject.period))].toSorted(),
    people: { filler: request.filler, reviewer: request.reviewer, head: request.head },
    ...place,
    createdAt: now(session),
    signer: signer.value,
    content,
  });
  if (!sealed.ok) return sealed;
  const isOurs = db.transaction(() => {
    if (nextInSeries(db, series).sequence !== place.sequence) return false;
    for (const entry of fresh) {
      insertRecord(db, entry, true);
      projectSubject(db, entry.record.subject);
    }
    removeSealedDrafts(session, request, drafts);
    recordOwnBundle(session, sealed.value, revisions, null);
    rememberSigners(session, request);
    return true;
  });
  if (!isOurs) return fail(appError("workspace-in-use"));
  const written = await handOut(session, sealed.value, { ...request, recipients });
  return written.ok ? ok({ ...written.value, checkCode }) : written;
}

/** Bytes of what a submission carries. */
const sizeOf = ({
  revisions,
  bundles,
  attachments,
}: Required<Pick<BundleContent, "revisions" | "bundles" | "attachments">>): number =>
  revisions.reduce((sum, { bytes }) => sum + bytes.length, 0) +
  [...bundles, ...attachments].reduce((sum, { source }) => sum + source.size, 0);

function refusalOf(session: Session, { period, filler, reviewer, head }: SealRequest): AppError | null {
  if (session.role !== "reporter") return appError("wrong-role");
  if (isPeriodLocked(session, period)) return appError("period-locked", { period });
  const people = peopleSchema.required({ filler: true, reviewer: true, head: true });
  const named = people.safeParse({ filler, reviewer, head });
  return named.success
    ? null
    : appError("invalid-input", { where: named.error.issues.map(({ path }) => path.join(".")).join(", ") });
}

/** NOTE: sealing takes a moment; what was typed into a cell meanwhile stays, as a draft over the sealed value. */
function removeSealedDrafts(
  session: Session,
  { period, filler }: SealRequest,
  sealed: ReadonlyMap<string, StoredDraft>,
): void {
  const { db } = session;
  const present = draftsOf(db, period);
  const gone = [...sealed.values()].flatMap(({ item, draft }) => {
    const kept = present.get(item);
    return kept && sameBody(kept.draft, draft) ? [itemSchema.parse(item)] : [];
  });
  journalSealed(session, period, { at: now(session), author: filler, act: "sealed" }, gone);
  for (const item of gone) saveDraft(db, period, item, null, { savedAt: "", author: "" });
}

/** A revision over everything that stands at the top of its subject now. */
function revisionOf(
  session: Session,
  device: DeviceId,
  { period, filler }: SealRequest,
  { item, now: body }: PreviewItem,
): Sealed {
  const state = readSubjectState(session.db, { unit: session.unit, period, item });
  const record = revisionSchema.parse({
    format: "taizhang-record",
    v: 1,
    at: now(session),
    author: { name: filler, role: "filler" },
    body,
    device,
    parents: state.revisions.heads.map(({ id }) => id),
    planVersion: session.plan.version,
    subject: { item, period: asPeriod(period), plan: session.plan.id, unit: session.unit },
    type: typeOf(item),
  });
  return newEntry(record);
}

export function typeOf(item: Item): RevisionType {
  const parts = parseItem(item);
  switch (parts.kind) {
    case "task":
      return "task-progress";
    case "contact":
      return "task-contact";
    case "indicator":
      return "indicator-value";
    case "register":
      return parts.key === undefined ? "register-confirmation" : "register-row";
    case "period":
      throw new Error("a period is decided on, not reported");
    default:
      return assertNever(parts);
  }
}
