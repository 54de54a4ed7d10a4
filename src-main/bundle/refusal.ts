import { firstReason } from "#shared/bundle/reasons.ts";
import type { RejectionReason } from "#shared/bundle/reasons.ts";

/** Why a check failed. `detail` is for logs and experts, in English; people read the reason's own sentence. */
export interface Refusal {
  readonly reason: RejectionReason;
  readonly detail: string;
}

export const refusal = (reason: RejectionReason, detail: string): Refusal => ({ reason, detail });

/** The refusal whose reason applies first; of equals the one found first; null where there is none. */
export function firstRefusal(refusals: Iterable<Refusal | null>): Refusal | null {
  let first: Refusal | null = null;
  for (const next of refusals) {
    if (next === null) continue;
    if (
      first === null ||
      (next.reason !== first.reason && firstReason(next.reason, first.reason) === next.reason)
    )
      first = next;
  }
  return first;
}
