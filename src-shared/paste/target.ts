import type { DecimalString } from "../plan/ids.ts";

/** What may be written into a cell; `computed` and `register` cells are shown and never typed in. */
export type TargetKind = "amount" | "count" | "yes-no" | "rank" | "status" | "computed" | "register";

/** A line of the grid as a paste sees it. */
export type PasteTarget = {
  readonly row: string;
  readonly kind: TargetKind;
  /** What people call it: title, the input's own name, its id. */
  readonly names: readonly string[];
  /** Of the figure it takes: 万元, 家, 台套. */
  readonly unit: string;
  /** What stands there, as typed; `""` where blank. */
  readonly current: string;
  /** What was reported before: last period, else the same period last year. */
  readonly known: DecimalString | null;
  /** Why nothing may be written. */
  readonly locked: "accepted" | "sealed" | "resubmitted" | "conflict" | "period" | null;
  /** Answered by 不涉及 or 暂无数据. */
  readonly answered: "not-applicable" | "no-data" | null;
  /** The line that takes this line's 上年同期. */
  readonly priorRow: string | null;
  /** A task's words, where its line takes any. */
  readonly text: string | null;
};
