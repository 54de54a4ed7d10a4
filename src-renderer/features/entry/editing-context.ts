import { createContext, useContext } from "react";
import type { GridAction } from "./grid-keys.ts";
import type { ItemRow } from "./rows.ts";
import type { Saving } from "./use-saving.ts";

export type Editing = {
  /** Saves what was typed or chosen in the row's cell. */
  readonly commit: (row: ItemRow, value: string) => void;
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
