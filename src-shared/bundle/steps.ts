import type { HeldReason, RejectionReason } from "./reasons.ts";

/** What the inbox shows of a verdict: 完整 · 签名 · 设备授权 · 计划版本. The fifth, 顺序, is the store's. */
export const VERDICT_STEPS = ["complete", "signature", "authorisation", "plan"] as const;
export type VerdictStep = (typeof VERDICT_STEPS)[number];
export type StepState = "passed" | "failed" | "held" | "not-reached";
export type StepStates = Readonly<Record<VerdictStep, StepState>>;

const STEP_OF: Readonly<Record<RejectionReason | HeldReason, VerdictStep>> = {
  "not-a-bundle": "complete",
  "cannot-decrypt": "complete",
  damaged: "complete",
  "too-large": "complete",
  "unexpected-entry": "complete",
  "newer-format": "complete",
  "unsupported-suite": "complete",
  "bad-encoding": "complete",
  "unknown-root": "signature",
  "bad-signature": "signature",
  "digest-mismatch": "signature",
  "expired-certificate": "authorisation",
  revoked: "authorisation",
  "wrong-role": "authorisation",
  "wrong-unit": "authorisation",
  "wrong-plan": "plan",
  "malformed-record": "plan",
  "newer-plan": "plan",
};

/** The steps before the reason's own passed, those after it were not reached. */
export function stepStates(reason: RejectionReason | HeldReason | null): StepStates {
  const stop = reason === null ? VERDICT_STEPS.length : VERDICT_STEPS.indexOf(STEP_OF[reason]);
  const stateOf = (step: VerdictStep): StepState => {
    const at = VERDICT_STEPS.indexOf(step);
    if (at < stop) return "passed";
    if (at > stop) return "not-reached";
    return reason === "newer-plan" ? "held" : "failed";
  };
  return {
    complete: stateOf("complete"),
    signature: stateOf("signature"),
    authorisation: stateOf("authorisation"),
    plan: stateOf("plan"),
  };
}
