import { cleanLongText } from "../checks/typed.ts";

/** One column of a table: how it shows a part of a draft, and how what is typed there changes the draft. */
export interface Lens<D> {
  /** Member of the draft as findings name it: `progress`, `revenue`. */
  readonly id: string;
  readonly head: string;
  /** What the cell is called where the head alone would not say which: 产业链营业收入. */
  readonly label?: string;
  readonly width: number;
  readonly figure?: boolean;
  readonly text: (draft: D) => string;
  /** Null where the column cannot hold this at all: no such word in a closed list. */
  readonly set: (draft: D, typed: string) => D | null;
}

/** One cell that was read, and what it does to the draft. */
export interface CellChange {
  readonly member: string;
  readonly label: string;
  readonly typed: string;
  readonly before: string;
  readonly after: string;
  /** `unfit`: the column has no place for it. */
  readonly effect: "same" | "changed" | "unfit";
}

/**
 * `typed`: clean and not blank. A blank cell says nothing and is never applied, so that a workbook clears nothing that is
 * saved.
 */
export function applyCell<D>(
  lens: Lens<D>,
  draft: D,
  typed: string,
): { readonly draft: D; readonly change: CellChange } {
  const before = cleanLongText(lens.text(draft));
  const change = { member: lens.id, label: lens.label ?? lens.head, typed, before };
  if (typed === before) return { draft, change: { ...change, after: before, effect: "same" } };
  const next = lens.set(draft, typed);
  if (next === null) return { draft, change: { ...change, after: "", effect: "unfit" } };
  const after = cleanLongText(lens.text(next));
  return { draft: next, change: { ...change, after, effect: after === before ? "same" : "changed" } };
}
