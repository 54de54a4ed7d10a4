import type { RuleCheck } from "../check-context.ts";

export const completedWithoutEvidence: RuleCheck = (_context, _rule, answer) =>
  answer.kind === "task" && answer.draft.status === "completed" && (answer.draft.evidence ?? []).length === 0
    ? [{ input: "evidence", params: {} }]
    : [];
