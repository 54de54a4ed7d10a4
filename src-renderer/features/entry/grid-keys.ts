/** What a key does in the grid. Keys of an input method at work (`isComposing`) never come here. */
export type GridAction =
  | { readonly kind: "move"; readonly rows: number; readonly columns: number; readonly commit: boolean }
  | { readonly kind: "edge"; readonly to: "row-start" | "row-end" | "top" | "bottom" }
  | { readonly kind: "cell"; readonly step: 1 | -1 }
  | { readonly kind: "edit" | "cancel" | "clear" | "undo" | "redo" | "open" };

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

const move = (rows: number, columns: number, commit: boolean): GridAction => ({
  kind: "move",
  rows,
  columns,
  commit,
});
const PAGE = 15;

/** While typing, the arrows at the sides and Home, End stay with the text; Up, Down, Enter and Tab leave the cell. */
export function gridAction(event: Key, editing: boolean): GridAction | null {
  const { key, shiftKey, altKey } = event;
  if (event.ctrlKey || event.metaKey) return editing ? null : controlAction(key, shiftKey);
  if (altKey) return key === "ArrowDown" ? { kind: "open" } : null;
  switch (key) {
    case "Enter":
      return move(shiftKey ? -1 : 1, 0, true);
    case "Tab":
      return { kind: "cell", step: shiftKey ? -1 : 1 };
    case "ArrowUp":
      return move(-1, 0, true);
    case "ArrowDown":
      return move(1, 0, true);
    case "PageUp":
      return move(-PAGE, 0, true);
    case "PageDown":
      return move(PAGE, 0, true);
    case "Escape":
      return { kind: "cancel" };
    case "F2":
      return { kind: "edit" };
    default:
      return editing ? null : restingAction(key);
  }
}

function controlAction(key: string, shiftKey: boolean): GridAction | null {
  switch (key.toLowerCase()) {
    case "z":
      return { kind: shiftKey ? "redo" : "undo" };
    case "y":
      return { kind: "redo" };
    case "home":
      return { kind: "edge", to: "top" };
    case "end":
      return { kind: "edge", to: "bottom" };
    default:
      return null;
  }
}

function restingAction(key: string): GridAction | null {
  switch (key) {
    case "ArrowLeft":
      return move(0, -1, false);
    case "ArrowRight":
      return move(0, 1, false);
    case "Home":
      return { kind: "edge", to: "row-start" };
    case "End":
      return { kind: "edge", to: "row-end" };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    default:
      return null;
  }
}
