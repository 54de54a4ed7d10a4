import { z } from "zod";

/** Why a bundle is refused, in the order in which the reasons apply: the first one wins (format page, Import). */
export const REJECTION_REASONS = [
  "not-a-bundle",
  "cannot-decrypt",
  "damaged",
  "too-large",
  "unexpected-entry",
  "newer-format",
  "unsupported-suite",
  "bad-encoding",
  "unknown-root",
  "bad-signature",
  "digest-mismatch",
  "expired-certificate",
  "revoked",
  "wrong-role",
  "wrong-unit",
  "wrong-plan",
  "malformed-record",
] as const;
export const rejectionReasonSchema = z.enum(REJECTION_REASONS);
export type RejectionReason = z.infer<typeof rejectionReasonSchema>;

export const heldReasonSchema = z.enum(["newer-plan"]);
export type HeldReason = z.infer<typeof heldReasonSchema>;

/** Said beside an admitted bundle; never part of the verdict. */
export const warningSchema = z.enum(["duplicate", "gap", "fork", "clock", "late"]);
export type Warning = z.infer<typeof warningSchema>;

/** The reason of the two that applies first. */
export const firstReason = (a: RejectionReason, b: RejectionReason): RejectionReason =>
  REJECTION_REASONS.indexOf(a) <= REJECTION_REASONS.indexOf(b) ? a : b;
