import { appError } from "#shared/errors.ts";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import type { RevisionEntry } from "#shared/ledger/entry.ts";
import { revisionSchema, type DeviceId, type RevisionType } from "#shared/ledger/record.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { assertNever, fail, ok } from "#shared/result.ts";
import { sealAndArchive } from "./seal-and-archive.ts";
import { saveDraft } from "../store/drafts.ts";
import { readFact } from "../store/facts.ts";
import { insertRecord, unacknowledgedRevisions } from "../store/records.ts";
import { projectSubject, readSubjectState } from "../store/subjects.ts";
import { writeOut } from "./archive.ts";
import { signerOf } from "./certificates.ts";
import { requireDeviceId } from "./device-id.ts";
import { isPeriodLocked } from "./entry.ts";
import { newEntry, recordBytes, recordOwnBundle } from "./own-bundle.ts";
import { nextInSeries } from "./sequence.ts";
import { now, type Session } from "./session.ts";
import { submissionPreview, type PreviewItem } from "./submission.ts";
import type { Answer } from "./types.ts";
import { asPeriod } from "./unit-period.ts";

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
 * no receipt has acknowledged. The ledger changes before the file is handed out, so that a crash between the two
 * costs a second writing and never a second bundle under one number.
 */
export async function sealSubmission(
  session: Session,
  request: SealRequest,
): Promise<Answer<ChannelOutput<"submission.seal">>> {
  const { db } = session;
  if (session.role !== "reporter") return fail(appError("wrong-role"));
  if (isPeriodLocked(session, request.period))
    return fail(appError("period-locked", { period: request.period }));
  const preview = submissionPreview(session, request.period);
  if (!preview.ok) return preview;
  if (preview.value.items.length === 0)
    return fail(appError("nothing-to-submit", { period: request.period }));
  const signer = signerOf(session, "reporter");
  if (!signer.ok) return signer;
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const recipients = request.encrypt ? officeRecipients(session) : [];
  if (request.encrypt && recipients.length === 0) return fail(appError("not-enrolled"));

  const fresh = preview.value.items.map((item) => revisionOf(session, device.value, request, item));
  const earlier = unacknowledgedRevisions(db, device.value);
  const revisions = [...earlier, ...fresh].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sealed = await sealAndArchive(session, {
    kind: "submission",
    unit: session.unit,
    plan: { id: session.plan.id, version: session.plan.version },
    periods: [...new Set(revisions.map(({ record }) => record.subject.period))].toSorted(),
    people: { filler: request.filler, reviewer: request.reviewer, head: request.head },
    ...nextInSeries(db, { device: device.value, kind: "submission", unit: session.unit }),
    createdAt: now(session),
    signer: signer.value,
    content: { revisions: revisions.map(recordBytes) },
  });
  if (!sealed.ok) return sealed;
  const bundle = sealed.value;
  db.transaction(() => {
    for (const entry of fresh) {
      insertRecord(db, entry, true);
      saveDraft(db, request.period, entry.record.subject.item, null, { savedAt: "", author: "" });
      projectSubject(db, entry.record.subject);
    }
    recordOwnBundle(session, bundle, revisions, request.dir);
  });
  const written = await writeOut(request.dir, bundle, recipients);
  if (!written.ok) return written;
  return ok({
    ...written.value,
    digest: bundle.digest,
    sequence: bundle.manifest.sequence,
    revisions: revisions.length,
    checkCode: preview.value.checkCode,
  });
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

/** Where the office can be reached by encryption, as its grant said. */
export const officeRecipients = (session: Session): string[] => {
  const stored = readFact(session.db, "encryption-recipients");
  return stored === undefined ? [] : stored.split("\n");
};
