import { latestProgress, type RuleCheck } from "../check-context.ts";
import { cleanLongText } from "../typed.ts";

/** 本期进展 word for word as before. */
export const textUnchanged: RuleCheck = (context, _rule, answer) => {
  if (answer.kind !== "task") return [];
  const progress = cleanLongText(answer.draft.progress ?? "");
  const earlier = progress === "" ? null : latestProgress(context, answer.item);
  return earlier !== null && cleanLongText(earlier.body.progress ?? "") === progress
    ? [{ input: "progress", params: { period: earlier.period } }]
    : [];
};
