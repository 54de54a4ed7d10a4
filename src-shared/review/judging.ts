import type { ReviewItem } from "../ipc/views.ts";

/** What the office can do with an item as it stands, and what can be accepted without a look at each. */

export type GroupName = "resubmitted" | "sealed" | "conflict" | "returned" | "accepted" | "empty";

export function groupOf(item: ReviewItem): GroupName {
  switch (item.state) {
    case "resubmitted":
    case "conflict":
    case "returned":
    case "accepted":
      return item.state;
    default:
      if (item.heads.length === 0) return "empty";
      return item.decision?.outcome === "returned" ? "returned" : isJudged(item) ? "accepted" : "sealed";
  }
}

const isJudged = ({ decision }: ReviewItem): boolean =>
  decision !== null && ["accepted", "closed", "verified"].includes(decision.outcome);

/** Waits for a decision that can be taken here: one value, not judged yet. */
export const isPending = (item: ReviewItem): boolean => {
  const group = groupOf(item);
  return item.heads.length === 1 && (group === "resubmitted" || group === "sealed");
};

/** The new date that a task's answer asks for, and why; null where it asks for none. */
export function extensionOf({
  heads,
}: ReviewItem): { readonly date: string; readonly reason: string } | null {
  const body = heads[0]?.body;
  return heads.length === 1 && body !== undefined && "extension" in body ? (body.extension ?? null) : null;
}

export const leftReasons = [
  "locked",
  "conflict",
  "undecided",
  "returned",
  "extension",
  "findings",
  "explained",
] as const;
export type LeftReason = (typeof leftReasons)[number];

/**
 * Why an item stays out when everything without problems is accepted at once; null where it does not, `settled` where
 * there is nothing to decide: nothing reported, or judged already.
 *
 * NOTE: to accept is to grant an extension; that is said of each by itself.
 */
export function whyLeft(item: ReviewItem): Exclude<LeftReason, "locked"> | "settled" | null {
  const group = groupOf(item);
  if (group === "empty" || group === "accepted") return "settled";
  if (group === "returned") return "returned";
  if (item.undecided.length > 0) return "undecided";
  if (!isPending(item)) return "conflict";
  if (extensionOf(item) !== null) return "extension";
  const findings = item.findings.filter(({ tier }) => tier !== "hint");
  if (findings.length === 0) return null;
  return findings.every(({ tier, explained }) => tier === "soft" && explained) ? "explained" : "findings";
}

export const isClean = (item: ReviewItem): boolean => whyLeft(item) === null;
