import { latestProgress, type RuleCheck } from "../check-context.ts";

/** 已完成 → 推进中 (or 未启动). */
export const statusRegressed: RuleCheck = (context, _rule, answer) => {
  if (answer.kind !== "task") return [];
  const { status } = answer.draft;
  if (status !== "in-progress" && status !== "not-started") return [];
  const earlier = latestProgress(context, answer.item);
  return earlier?.body.status === "completed"
    ? [{ input: "status", params: { period: earlier.period, status } }]
    : [];
};
