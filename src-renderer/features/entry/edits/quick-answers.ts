import type { Draft } from "#shared/checks/draft.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { Change } from "../../../app/grid-cache.ts";
import { indicatorOf, taskOf, withAnswer, withMembers } from "../../../app/drafts.ts";
import type { QuickAnswer } from "../grid/grid-keys.ts";
import type { ItemRow } from "../grid/rows.ts";

/** Whether the answer is one for this kind of line. */
export const takesAnswer = (row: ItemRow, answer: QuickAnswer): boolean =>
  row.kind === "task" ? answer !== "no-data" : row.kind === "indicator" && answer !== "no-progress";

const draftFor = (row: ItemRow, answer: QuickAnswer): Draft | null => {
  const { view } = row;
  switch (answer) {
    case "no-data":
      return withAnswer(view, "no-data");
    case "no-progress":
      return withMembers(view, taskOf(view), { noProgress: true, progress: "" });
    case "not-applicable":
      return row.kind === "task"
        ? withMembers(view, taskOf(view), { status: "not-applicable", noProgress: undefined })
        : { ...withAnswer(view, "not-applicable"), ...standingReason(row) };
  }
};

/** 不涉及 stands until changed: last period's reason is offered again. */
function standingReason({ view }: ItemRow): Pick<ReturnType<typeof indicatorOf>, "notApplicable"> {
  if (indicatorOf(view).notApplicable !== undefined) return {};
  const last = view.previous.find(({ body }) => body !== null)?.body ?? null;
  return last !== null && "notApplicable" in last ? { notApplicable: last.notApplicable } : {};
}

/** One key answers every selected item that takes it: 不涉及, 暂无数据, 本期无新进展. */
export function answerChanges(
  rows: readonly ItemRow[],
  answer: QuickAnswer,
  isLocked: (view: ItemView) => boolean,
): readonly Change[] {
  const open = rows.filter(({ view }) => view.state !== "conflict" && !isLocked(view));
  const items = new Map(open.filter((row) => takesAnswer(row, answer)).map((row) => [row.view.item, row]));
  return [...items].map(([item, row]) => ({ item, draft: draftFor(row, answer) }));
}
