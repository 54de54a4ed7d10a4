import type { People } from "#shared/bundle/manifest.ts";
import { appError } from "#shared/errors.ts";
import type { RevisionEntry } from "#shared/ledger/entry.ts";
import { revisionSchema, type DeviceId, type RevisionType } from "#shared/ledger/record.ts";
import { itemSchema, type Item, type Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { assertNever, fail, ok } from "#shared/result.ts";
import type { BundleContent, BundleSigner, SealedBundle } from "../../bundle/types.ts";
import { draftsOf, saveDraft, type StoredDraft } from "../../store/drafts.ts";
import { insertRecord, type CanonicalEntry } from "../../store/records.ts";
import { projectSubject, readSubjectState } from "../../store/subjects.ts";
import { requireRoom } from "../bundles/archive.ts";
import { attachmentsOf } from "../attachments/attach-to-bundle.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { journalSealed } from "../entry/draft-journal.ts";
import type { Embedded } from "../bundles/embedding.ts";
import { newEntry, periodsOf, recordBytes, recordOwnBundle } from "../bundles/own-bundle.ts";
import { sealAndArchive } from "../bundles/seal-and-archive.ts";
import { nextInSeries } from "../bundles/sequence.ts";
import { now, type Session } from "../session.ts";
import type { PreviewItem } from "./submission.ts";
import type { Answer } from "../types.ts";
import { asPeriod, sameBody } from "../period/unit-period.ts";

export interface RevisionsToSeal {
  readonly signer: BundleSigner;
  readonly period: Period;
  readonly people: People & { readonly filler: string };
  readonly items: readonly PreviewItem[];
  /** Revisions of this device that the bundle carries once more. */
  readonly earlier: readonly Sealed[];
  readonly exchanges: readonly Embedded[];
  /** Where the file will be written; null where none is. */
  readonly dir: string | null;
}

type Sealed = RevisionEntry & Pick<CanonicalEntry, "canonical">;

/**
 * Drafts become signed revisions of the own unit, and a `submission` of this device that holds them: archived and on
 * record in one transaction, handed to nobody yet.
 */
export async function sealRevisions(
  session: Session,
  request: RevisionsToSeal,
): Promise<Answer<SealedBundle>> {
  const { db } = session;
  const { period, people, items, earlier, exchanges, signer, dir } = request;
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const drafts = new Map(
    [...draftsOf(db, period)].filter(([item]) => items.some((sent) => sent.item === item)),
  );
  const fresh = items.map((item) => revisionOf(session, device.value, request, item));
  const revisions = [...earlier, ...fresh].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const attachments = await attachmentsOf(session, revisions);
  if (!attachments.ok) return attachments;
  const content = {
    revisions: revisions.map(recordBytes),
    bundles: exchanges,
    attachments: attachments.value,
  };
  const room = dir === null ? ok(null) : requireRoom(dir, sizeOf(content));
  if (!room.ok) return room;
  const series = { device: device.value, kind: "submission", unit: session.unit };
  const place = nextInSeries(db, series);
  const sealed = await sealAndArchive(session, {
    kind: "submission",
    unit: session.unit,
    plan: { id: session.plan.id, version: session.plan.version },
    periods: periodsOf(revisions),
    people,
    ...place,
    createdAt: now(session),
    signer,
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
    return true;
  });
  return isOurs ? sealed : fail(appError("workspace-in-use"));
}

/** Bytes of what a submission carries. */
const sizeOf = ({
  revisions,
  bundles,
  attachments,
}: Required<Pick<BundleContent, "revisions" | "bundles" | "attachments">>): number =>
  revisions.reduce((sum, { bytes }) => sum + bytes.length, 0) +
  [...bundles, ...attachments].reduce((sum, { source }) => sum + source.size, 0);

/** NOTE: sealing takes a moment; what was typed into a cell meanwhile stays, as a draft over the sealed value. */
function removeSealedDrafts(
  session: Session,
  { period, people: { filler } }: RevisionsToSeal,
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
  { period, people: { filler } }: RevisionsToSeal,
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

function typeOf(item: Item): RevisionType {
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
