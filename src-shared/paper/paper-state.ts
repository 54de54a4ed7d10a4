/**
 * Of the signed paper of a unit and period, as the office knows it: received; not; received with another 核对码 than
 * the data (待重印). Null where the office keeps no account of paper.
 */
export type PaperState = "received" | "missing" | "to-reprint" | null;

export const PAPER_WORDS: Readonly<Record<NonNullable<PaperState>, string>> = {
  received: "已收",
  missing: "未收",
  "to-reprint": "待重印",
};
