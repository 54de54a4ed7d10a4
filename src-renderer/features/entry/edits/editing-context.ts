import { createContext, useContext } from "react";
import type { ClipboardTexts } from "#shared/clipboard/parse-clipboard.ts";
import type { Saving } from "../../../app/use-saving.ts";
import type { Edit } from "./edits.ts";
import type { GridAction } from "../grid/grid-keys.ts";
import type { ItemRow } from "../grid/rows.ts";

export type Editing = {
  /** Saves what was typed or chosen in the row's cell. */
  readonly commit: (row: ItemRow, value: string) => void;
  /** One value into every selected cell of this period. */
  readonly fill: (value: string) => void;
  /** Several cells as one step; locked ones stay as they are. */
  readonly save: (edits: readonly Edit[], label?: "pasted") => void;
  /** Writes a plain cell at once, shows a block first. */
  readonly paste: (texts: ClipboardTexts) => void;
  /** 带入上期 into the selected lines. */
  readonly carry: () => void;
  /** Moves, undoes, opens; false where there is nowhere to go. `try` only asks. */
  readonly perform: (action: GridAction, options?: { readonly try: true }) => boolean;
  readonly saving: Saving;
};

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error("no entry page above");
  return editing;
}
