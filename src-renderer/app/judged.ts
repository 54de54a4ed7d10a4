import { invalidate } from "./queries.ts";

/** What shows figures or states that a decision or a new record changes is asked again. */
export const invalidateJudged = (): void =>
  invalidate(
    "review.steps",
    "review.units",
    "review.items",
    "review.subjects",
    "review.ofItem",
    "review.acceptable",
    "completeness.get",
    "office.home",
    "conflict.list",
    "rollup.get",
    "rollup.trace",
    "rollup.series",
    "rollup.doubleKeys",
    "tasks.board",
    "snapshot.list",
  );
