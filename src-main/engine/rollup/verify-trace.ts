import type { TraceRequest, TraceVerification, VerificationReason } from "#shared/ipc/trace-view.ts";
import { ok } from "#shared/result.ts";
import { sha256Hex } from "../../keys/sha256.ts";
import { canonicalOf } from "../../store/records.ts";
import { archivedFault } from "../bundles/archived-verdict.ts";
import { now, type Session } from "../session.ts";
import { traceFigure } from "./trace.ts";
import { trustOf } from "../trust/trust.ts";
import type { Answer, CallContext } from "../types.ts";

/**
 * Judges the original of every bundle behind a figure again, from its archived bytes and with the roots and
 * revocations known now, and holds the records that the figure rests on against it. What no bundle holds yet is not
 * spoken of. Progress counts bundles; a cancelled one answers with those it got to.
 */
export async function verifyTrace(
  session: Session,
  request: TraceRequest,
  { progress, signal }: CallContext,
): Promise<Answer<TraceVerification>> {
  const traced = await traceFigure(session, request);
  if (!traced.ok) return traced;
  const wanted = recordsByBundle(traced.value.units.flatMap(({ records }) => records));
  const trust = trustOf(session);
  const bundles: TraceVerification["bundles"] = [];
  for (const { digest } of traced.value.bundles) {
    if (signal.aborted) break;
    const records = new Set(wanted.get(digest));
    const changed = [...records].some((id) => !isWhole(session, id));
    // NOTE: a revoked certificate is said here even of this laptop's own bundles, which stay all the same.
    const fault = await archivedFault(session, { digest, status: "admitted" }, trust, ({ id }) => {
      records.delete(id);
    });
    const reason = fault ?? reasonOf(changed, records.size);
    bundles.push({ digest, holds: reason === null, reason });
    progress(bundles.length, traced.value.bundles.length);
  }
  return ok({ checkedAt: now(session), bundles });
}

const reasonOf = (changed: boolean, missing: number): VerificationReason | null =>
  changed ? "record-changed" : missing > 0 ? "record-missing" : null;

/** The ledger's text of a record still is what its id is the digest of. */
function isWhole({ db }: Session, id: string): boolean {
  const canonical = canonicalOf(db, id);
  return canonical !== undefined && sha256Hex(Buffer.from(canonical, "utf8")) === id;
}

interface Held {
  readonly id: string;
  readonly bundles: readonly string[];
}

/** Ids of revisions and decisions by the digest of each bundle that is said to hold them. */
function recordsByBundle(
  records: readonly {
    readonly revision: { readonly id: string };
    readonly decision: Held | null;
    readonly bundles: readonly string[];
  }[],
): Map<string, string[]> {
  const byBundle = new Map<string, string[]>();
  const add = ({ id, bundles }: Held): void => {
    for (const digest of bundles) byBundle.set(digest, [...(byBundle.get(digest) ?? []), id]);
  };
  for (const { revision, decision, bundles } of records) {
    add({ id: revision.id, bundles });
    if (decision) add(decision);
  }
  return byBundle;
}
