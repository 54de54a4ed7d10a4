import {
  attachmentSha256,
  embeddedDigestHex,
  DECISIONS,
  MANIFEST,
  MANIFEST_SIGNATURE,
  REVISIONS,
} from "#shared/bundle/entries.ts";
import { entryBytes, openArchive, type OpenedArchive } from "../../bundle/open.ts";
import { allBundles, heldRecords } from "../../store/record-bundles.ts";
import type { BundleRow, RecordRow } from "../../store/tables.ts";
import { certificates, pinnedRoots, revocationLists } from "../../store/trust.ts";
import { archivedBundle } from "../bundles/archive.ts";
import type { LedgerDigest } from "./ledger-audit.ts";
import { now, type Session } from "../session.ts";

/**
 * The lines of an audit export, in order: header, certificates, revocation lists, every bundle with its documents,
 * every record. Each is one JSON object without its LF. What is signed or digested stands in it unchanged, as the
 * last member, so that its bytes are those from the second `{` to the last `}` but one; signatures are base64. It is
 * read as it is written: no more than one line is in memory.
 */
export async function* exportLines(session: Session, ledger: LedgerDigest): AsyncGenerator<string> {
  yield header(session, ledger);
  yield* trustLines(session);
  for (const row of allBundles(session.db)) yield* bundleLines(session, row);
  yield* recordLines(session, "revision");
  yield* recordLines(session, "decision");
}

function header(session: Session, ledger: LedgerDigest): string {
  const { plan, role, unit, db } = session;
  return JSON.stringify({
    type: "header",
    format: "taizhang-ledger-export",
    v: 1,
    writtenAt: now(session),
    plan: { id: plan.id, version: plan.version },
    role,
    unit,
    roots: pinnedRoots(db),
    ledger: { digest: ledger.digest, revisions: ledger.revisions, decisions: ledger.decisions },
  });
}

/**
 * A line whose last member is a document in canonical JSON, as it stands: it is one line and needs no escapes. What
 * is neither was tampered with, and must not pass for lines of the export: it is given as base64, and no check holds.
 */
function withDocument(members: object, document: string): string {
  if (!/^\{[^\n\r]*\}$/.test(document))
    return JSON.stringify({ ...members, base64: base64(Buffer.from(document, "utf8")) });
  return `${JSON.stringify(members).slice(0, -1)},"document":${document}}`;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

function* trustLines({ db }: Session): Generator<string> {
  for (const { role, serial, root, certificate, signature } of certificates(db)) {
    yield withDocument(
      { type: "certificate", role, serial, root, signature: base64(signature) },
      certificate,
    );
  }
  for (const { canonical, signature } of revocationLists(db))
    yield withDocument({ type: "revocations", signature: base64(signature) }, canonical);
}

/** Entries that stand elsewhere in the export, or whose digest in the manifest says all that is needed. */
const isElsewhere = (name: string): boolean =>
  [MANIFEST, MANIFEST_SIGNATURE, REVISIONS, DECISIONS].includes(name) ||
  embeddedDigestHex(name) !== null ||
  attachmentSha256(name) !== null;

async function* bundleLines(session: Session, row: BundleRow): AsyncGenerator<string> {
  const { digest, kind, status } = row;
  const members = { type: "bundle", digest, kind, status, receivedAt: row.received_at };
  const source = archivedBundle(session, digest);
  const archive = source && (await openArchive(source));
  if (archive?.ok !== true) {
    // The manifest is on record, its signature is gone with the original: the auditor has to be told.
    yield withDocument({ ...members, signature: "" }, row.manifest);
    return;
  }
  const signature = entryBytes(archive.value, MANIFEST_SIGNATURE) ?? new Uint8Array();
  yield withDocument({ ...members, signature: base64(signature) }, textOf(archive.value, MANIFEST));
  for (const name of [...archive.value.entries.keys()].toSorted()) {
    if (!isElsewhere(name)) yield entryLine(archive.value, digest, name);
  }
}

function entryLine(archive: OpenedArchive, bundle: string, path: string): string {
  const members = { type: "entry", bundle, path };
  return path.endsWith(".sig")
    ? JSON.stringify({ ...members, base64: base64(entryBytes(archive, path) ?? new Uint8Array()) })
    : withDocument(members, textOf(archive, path));
}

const textOf = (archive: OpenedArchive, name: string): string =>
  Buffer.from(entryBytes(archive, name) ?? new Uint8Array()).toString("utf8");

function* recordLines({ db }: Session, type: RecordRow["family"]): Generator<string> {
  for (const { id, canonical, bundles } of heldRecords(db, type)) {
    const held = bundles === "" ? [] : bundles.split(" ");
    yield withDocument({ type, id, bundles: held }, canonical);
  }
}
