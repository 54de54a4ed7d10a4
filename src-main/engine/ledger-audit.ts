import { createHash } from "node:crypto";
import { digestSchema } from "#shared/bundle/identifiers.ts";
import { fail, ok, type Result } from "#shared/result.ts";
import { verifyBundle } from "../bundle/verify.ts";
import { sha256Hex } from "../keys/sha256.ts";
import { sql } from "../store/database.ts";
import { countRecords, recordIds } from "../store/records.ts";
import { allSubjects, rebuildSubjects } from "../store/subjects.ts";
import { archivedBundle } from "./archive.ts";
import type { Session } from "./session.ts";
import { trustOf } from "./trust.ts";

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

export interface AuditProblem {
  readonly kind: "record-changed" | "bundle-missing" | "bundle-refused" | "projection-differs";
  readonly what: string;
}

/** Re-hashes every record, re-verifies every archived bundle and rebuilds the projection beside the kept one. */
export async function verifyLedger(session: Session): Promise<Result<LedgerDigest, AuditProblem[]>> {
  const { db } = session;
  const problems: AuditProblem[] = [];
  for (const { id, canonical } of db.iterate(sql.selectFrom("record").select(["id", "canonical"]))) {
    if (sha256Hex(Buffer.from(canonical, "utf8")) !== id) problems.push({ kind: "record-changed", what: id });
  }
  for (const { digest, status } of db.all(
    sql.selectFrom("bundle").select(["digest", "status"]).orderBy("digest"),
  )) {
    const bytes = archivedBundle(session, digestSchema.parse(digest));
    if (bytes === null) {
      problems.push({ kind: "bundle-missing", what: digest });
      continue;
    }
    // NOTE: a laptop on the program's own plan knows no signed version, so its own bundles are held, not refused.
    const verdict = await verifyBundle(bytes, trustOf(session));
    if (verdict.status === "rejected" && status !== "own")
      problems.push({ kind: "bundle-refused", what: digest });
  }
  const kept = JSON.stringify(allSubjects(db));
  rebuildSubjects(db);
  if (JSON.stringify(allSubjects(db)) !== kept)
    problems.push({ kind: "projection-differs", what: "subject" });
  return problems.length === 0 ? ok(ledgerDigest(session)) : fail(problems);
}
