import { createHash } from "node:crypto";
import { z } from "zod";
import { parseCanonical, RECORD_DEPTH } from "#shared/ledger/canonical.ts";
import { decisionSchema, revisionSchema } from "#shared/ledger/record.ts";
import { fail, ok, type Result } from "#shared/result.ts";
import { sha256Hex } from "../../keys/sha256.ts";
import { sql } from "../../store/database.ts";
import { isInBundle, unheldRecords } from "../../store/bundles.ts";
import { countRecords, recordIds } from "../../store/records.ts";
import type { BundleRow, RecordRow } from "../../store/tables.ts";
import { allSubjects, rebuildSubjects } from "../../store/subjects.ts";
import { archivedFault } from "../bundles/archived-verdict.ts";
import type { Session } from "../session.ts";
import { trustOf } from "../trust/trust.ts";

export interface LedgerDigest {
  readonly digest: string;
  readonly revisions: number;
  readonly decisions: number;
}

/** SHA-256 over each revision id and LF in ascending order, then each decision id likewise. */
export function ledgerDigest({ db }: Session): LedgerDigest {
  const hash = createHash("sha256");
  for (const family of ["revision", "decision"] as const) {
    for (const id of recordIds(db, family)) hash.update(`${id}\n`);
  }
  return {
    digest: hash.digest("hex"),
    revisions: countRecords(db, "revision"),
    decisions: countRecords(db, "decision"),
  };
}

const recordSchema = z.union([revisionSchema, decisionSchema]);

export interface AuditProblem {
  readonly kind: "record-changed" | "bundle-missing" | "bundle-refused" | "projection-differs";
  readonly what: string;
}

/** Re-hashes every record, re-verifies every archived bundle and rebuilds the projection beside the kept one. */
export async function verifyLedger(session: Session): Promise<Result<LedgerDigest, AuditProblem[]>> {
  const { db } = session;
  const problems = recordProblems(session);
  const bundles = db.all(sql.selectFrom("bundle").select(["digest", "status"]).orderBy("digest"));
  for (const bundle of bundles) problems.push(...(await bundleProblems(session, bundle)));
  const kept = JSON.stringify(allSubjects(db));
  rebuildSubjects(db);
  if (JSON.stringify(allSubjects(db)) !== kept)
    problems.push({ kind: "projection-differs", what: "subject" });
  return problems.length === 0 ? ok(ledgerDigest(session)) : fail(problems);
}

/** Records that are not what their id says, stand under another subject, or came with no bundle. */
function recordProblems({ db }: Session): AuditProblem[] {
  const changed = new Set(unheldRecords(db));
  for (const row of db.iterate(sql.selectFrom("record").selectAll())) {
    const isWhole = sha256Hex(Buffer.from(row.canonical, "utf8")) === row.id && standsWhereItSays(row);
    if (!isWhole) changed.add(row.id);
  }
  return [...changed].toSorted().map((id) => ({ kind: "record-changed", what: id }));
}

function standsWhereItSays({ canonical, family, unit, period, item, device }: RecordRow): boolean {
  const parsed = parseCanonical(Buffer.from(canonical, "utf8"), { maxDepth: RECORD_DEPTH });
  const record = recordSchema.safeParse(parsed.ok ? parsed.value : null);
  if (!record.success) return false;
  const { subject, type } = record.data;
  return (
    (type === "decision") === (family === "decision") &&
    subject.unit === unit &&
    subject.period === period &&
    subject.item === item &&
    record.data.device === device
  );
}

async function bundleProblems(
  session: Session,
  bundle: { readonly digest: string; readonly status: BundleRow["status"] },
): Promise<AuditProblem[]> {
  const { digest, status } = bundle;
  const unlinked: string[] = [];
  const fault = await archivedFault(session, bundle, trustOf(session), ({ id }) => {
    if (!isInBundle(session.db, digest, id)) unlinked.push(id);
  });
  if (fault !== null)
    return [{ kind: fault === "bundle-missing" ? "bundle-missing" : "bundle-refused", what: digest }];
  return status === "held" ? [] : unlinked.map((id) => ({ kind: "record-changed", what: id }));
}
