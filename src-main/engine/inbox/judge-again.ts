import { REVOCATIONS, PLAN } from "#shared/bundle/entries.ts";
import { revocationListSchema } from "#shared/bundle/revocations.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { judgeOrigin } from "../../bundle/judge.ts";
import { entryBytes } from "../../bundle/open.ts";
import type { ByteSource } from "../../bundle/byte-source.ts";
import type { BundleRow } from "../../store/tables.ts";
import { bundlesSignedBy, deleteBundle, heldBundles } from "../../store/bundles.ts";
import { quarantined, removeQuarantined, type Quarantined } from "../../store/quarantined.ts";
import { removeRecordsOf } from "../../store/records.ts";
import { projectSubject } from "../../store/subjects.ts";
import { certificates } from "../../store/trust.ts";
import { sha256Hex } from "../../keys/sha256.ts";
import { archivedBundle } from "../bundles/archive.ts";
import { KeptFiles, type BundleFiles } from "./bundle-files.ts";
import { refusedReport } from "./bundle-reports.ts";
import { openTree, treesOf, type BundleTree } from "./bundle-tree.ts";
import { quarantinedFile } from "./quarantine.ts";
import type { Session } from "../session.ts";
import { takeBundle } from "./take-bundle.ts";
import { adoptNewestPlan } from "../plan/plans.ts";
import { knownRevocations, trustOf } from "../trust/trust.ts";

/** Reasons that a newly pinned root or a longer list of what is kept can lift. */
const LIFTED_BY_TRUST: ReadonlySet<string> = new Set(["unknown-root", "revoked"]);

interface Candidate<T> {
  readonly row: T;
  readonly tree: BundleTree;
}

/** Bundles on which a new root, revocation or plan may change the verdict, opened before the transaction begins. */
export interface Candidates {
  readonly admitted: readonly Candidate<BundleRow>[];
  readonly held: readonly Candidate<BundleRow>[];
  readonly refused: readonly Candidate<Quarantined>[];
}

/** Whether the bundle, or one within it, brings something that verdicts on others rest on. */
export const bringsTrust = (tree: BundleTree): boolean =>
  [...treesOf(tree)].some(({ archive }) => archive.entries.has(PLAN) || archive.entries.has(REVOCATIONS));

/** `incoming` may bring revocations that are not known yet; `serials` are about to be revoked here. */
export async function openCandidates(
  session: Session,
  { incoming, serials = [] }: { readonly incoming?: BundleTree; readonly serials?: readonly number[] },
): Promise<Candidates> {
  const { db } = session;
  const liftable = quarantined(db).filter(({ reason }) => LIFTED_BY_TRUST.has(reason));
  const held = await openAll(heldBundles(db), ({ digest }) => archivedBundle(session, digest));
  const refused = await openAll(liftable, ({ sha256 }) => quarantinedFile(session, sha256));
  const trees = [...(incoming ? [incoming] : []), ...[...held, ...refused].map(({ tree }) => tree)];
  const devices = devicesPossiblyRevoked(session, trees, serials);
  const signed = bundlesSignedBy(db, devices);
  return {
    admitted: await openAll(signed, ({ digest }) => archivedBundle(session, digest)),
    held,
    refused,
  };
}

async function openAll<T>(rows: readonly T[], find: (row: T) => ByteSource | null): Promise<Candidate<T>[]> {
  const found: Candidate<T>[] = [];
  for (const row of rows) {
    const source = find(row);
    const tree = source && (await openTree(source));
    if (tree?.ok) found.push({ row, tree: tree.value });
  }
  return found;
}

/** Devices with a serial in any list known or brought, whoever signed it: more than needed, never fewer. */
function devicesPossiblyRevoked(
  session: Session,
  incoming: readonly BundleTree[],
  besides: readonly number[],
): string[] {
  const known = knownRevocations(session).flatMap(({ list }) => list.revoked);
  const serials = new Set([...besides, ...known.map(({ serial }) => serial)]);
  for (const { archive } of incoming.flatMap((tree) => [...treesOf(tree)])) {
    const list = revocationListSchema.safeParse(jsonOf(entryBytes(archive, REVOCATIONS)));
    for (const { serial } of list.data?.revoked ?? []) serials.add(serial);
  }
  const rows = certificates(session.db).filter(({ serial }) => serials.has(serial));
  return [...new Set(rows.map(({ device }) => device))];
}

function jsonOf(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return null;
  }
}

/** What all verdicts here rest on, as one digest. Keys are no part of it: they decide what can be read. */
export function trustStamp(session: Session): string {
  const { roots, revocations, plans } = trustOf(session);
  const versions = [...(plans?.versions ?? [])].map(([version, digest]) => ({ version, digest }));
  return sha256Hex(toCanonicalBytes({ roots: [...roots], revocations: [...revocations], versions }));
}

/**
 * Judges candidates once more, in the transaction that changed what verdicts rest on, until nothing changes any
 * more: so no order of arrival makes a difference.
 */
export function judgeAgain(
  session: Session,
  { admitted, held, refused }: Candidates,
  files: BundleFiles,
): void {
  const withdrawn = new Set<string>();
  for (let before = "", now = trustStamp(session); now !== before; before = now, now = trustStamp(session)) {
    for (const { row, tree } of admitted) {
      if (!withdrawn.has(row.digest) && withdrawIfRevoked(session, row, tree, files))
        withdrawn.add(row.digest);
    }
    const waiting = new Set(heldBundles(session.db).map(({ digest }) => digest));
    for (const { row, tree } of held) if (waiting.has(row.digest)) judgeHeld(session, row, tree, files);
    const aside = new Set(quarantined(session.db).map(({ sha256 }) => sha256));
    for (const { row, tree } of refused) if (aside.has(row.sha256)) judgeRefused(session, row, tree, files);
  }
}

/** Changes what verdicts rest on and judges again what that touches, in one transaction. */
export async function changeTrust(
  session: Session,
  serials: readonly number[],
  change: () => void,
): Promise<void> {
  const candidates = await openCandidates(session, { serials });
  const files = new KeptFiles(session);
  try {
    session.db.transaction(() => {
      change();
      judgeAgain(session, candidates, files);
      files.settle();
    });
  } finally {
    files.close();
  }
  adoptNewestPlan(session);
}

function withdrawIfRevoked(
  session: Session,
  row: BundleRow,
  { archive }: BundleTree,
  files: BundleFiles,
): boolean {
  const origin = judgeOrigin(archive, trustOf(session));
  if (origin.ok || origin.error.reason !== "revoked") return false;
  const arrival = { file: row.file ?? row.digest, receivedAt: row.received_at };
  files.setAside(archive.source, refusedReport(arrival, origin.error));
  for (const address of removeRecordsOf(session.db, row.no)) projectSubject(session.db, address);
  deleteBundle(session.db, row.digest);
  return true;
}

function judgeHeld(session: Session, row: BundleRow, tree: BundleTree, files: BundleFiles): void {
  const arrival = { file: row.file ?? row.digest, receivedAt: row.received_at };
  const report = takeBundle(session, tree, { ...arrival, files });
  if (report.status === "rejected") deleteBundle(session.db, row.digest);
}

function judgeRefused(
  session: Session,
  { sha256, name, receivedAt }: Quarantined,
  tree: BundleTree,
  files: BundleFiles,
): void {
  const report = takeBundle(session, tree, { file: name, receivedAt, files });
  if (report.status !== "rejected") removeQuarantined(session.db, sha256);
}
