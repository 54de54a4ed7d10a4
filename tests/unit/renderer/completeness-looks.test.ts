import { describe, expect, it } from "vitest";
import type { CompletenessCell } from "#shared/ipc/completeness-view.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import { lookOf, wordsOf } from "../../../src-renderer/features/completeness/looks.ts";

const t = createTranslator("zh-CN");
const cell = (change: Partial<CompletenessCell>): CompletenessCell => ({
  expected: 5,
  reported: 5,
  onTime: 5,
  late: 0,
  accepted: 0,
  pending: 0,
  resubmitted: 0,
  missing: 0,
  waiting: 0,
  returned: 0,
  conflict: 0,
  notApplicable: 0,
  noData: 0,
  timeliness: "on-time",
  daysLate: 0,
  daysOverdue: 0,
  receivedAt: null,
  ...change,
});
const late = { timeliness: "late", late: 2, daysLate: 5 } as const;

describe("a unit's period in a word", () => {
  it.each([
    [cell({}), "按时"],
    [cell(late), "迟 5 天"],
    [cell({ ...late, returned: 1 }), "退回 1、迟 5 天"],
    [cell({ ...late, conflict: 2 }), "不一致 2、迟 5 天"],
    [cell({ ...late, missing: 3 }), "缺 3 项、迟 5 天"],
    [cell({ returned: 1 }), "退回 1"],
  ])("says what is open and that it was late", (known, words) => {
    expect(wordsOf(t, lookOf(t, known))).toBe(words);
  });
});
