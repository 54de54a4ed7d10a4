/** What a key does in the grid. Keys of an input method at work (`isComposing`) never come here. */
export type GridMove =
  | { readonly kind: "move"; readonly rows: number; readonly columns: number; readonly extend: boolean }
  /** To the end of what is filled, as Ctrl with an arrow does in a workbook. */
  | {
      readonly kind: "jump";
      readonly rows: -1 | 0 | 1;
      readonly columns: -1 | 0 | 1;
      readonly extend: boolean;
    }
  | {
      readonly kind: "edge";
      readonly to: "row-start" | "row-end" | "top" | "bottom";
      readonly extend: boolean;
    }
  | { readonly kind: "cell"; readonly step: 1 | -1 };

export type QuickAnswer = "not-applicable" | "no-data" | "no-progress";

export type GridAction =
  | GridMove
  | { readonly kind: "edit" | "cancel" | "clear" | "undo" | "redo" | "open" | "menu" }
  | { readonly kind: "select-all" | "fill-down" | "fill-all" | "find" }
  | { readonly kind: "answer"; readonly answer: QuickAnswer };

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

const PAGE = 15;
const answers: Readonly<Record<string, QuickAnswer>> = {
  "1": "not-applicable",
  "2": "no-data",
  "3": "no-progress",
};

/** While typing, the arrows at the sides and Home, End stay with the text; Up, Down, Enter and Tab leave the cell. */
export function gridAction(event: Key, editing: boolean): GridAction | null {
  const { key, shiftKey, altKey } = event;
  if (event.ctrlKey || event.metaKey) return editing ? typingControl(key) : controlAction(key, shiftKey);
  if (altKey) return altAction(key);
  const move = (rows: number, columns: number, extend = shiftKey): GridAction => ({
    kind: "move",
    rows,
    columns,
    extend: extend && !editing,
  });
  switch (key) {
    case "Enter":
      return move(shiftKey ? -1 : 1, 0, false);
    case "Tab":
      return { kind: "cell", step: shiftKey ? -1 : 1 };
    case "ArrowUp":
      return move(-1, 0);
    case "ArrowDown":
      return move(1, 0);
    case "PageUp":
      return move(-PAGE, 0);
    case "PageDown":
      return move(PAGE, 0);
    case "Escape":
      return { kind: "cancel" };
    case "F2":
      return { kind: "edit" };
    default:
      return editing ? null : restingAction(key, shiftKey, move);
  }
}

const typingControl = (key: string): GridAction | null => (key === "Enter" ? { kind: "fill-all" } : null);

function altAction(key: string): GridAction | null {
  if (key === "ArrowDown") return { kind: "open" };
  const answer = answers[key];
  return answer === undefined ? null : { kind: "answer", answer };
}

function controlAction(key: string, shiftKey: boolean): GridAction | null {
  const jump = (rows: -1 | 0 | 1, columns: -1 | 0 | 1): GridAction => ({
    kind: "jump",
    rows,
    columns,
    extend: shiftKey,
  });
  switch (key.toLowerCase()) {
    case "z":
      return { kind: shiftKey ? "redo" : "undo" };
    case "y":
      return { kind: "redo" };
    case "a":
      return { kind: "select-all" };
    case "d":
      return { kind: "fill-down" };
    case "f":
      return { kind: "find" };
    case "home":
      return { kind: "edge", to: "top", extend: shiftKey };
    case "end":
      return { kind: "edge", to: "bottom", extend: shiftKey };
    case "arrowup":
      return jump(-1, 0);
    case "arrowdown":
      return jump(1, 0);
    case "arrowleft":
      return jump(0, -1);
    case "arrowright":
      return jump(0, 1);
    default:
      return null;
  }
}

function restingAction(
  key: string,
  shiftKey: boolean,
  move: (rows: number, columns: number) => GridAction,
): GridAction | null {
  switch (key) {
    case "ArrowLeft":
      return move(0, -1);
    case "ArrowRight":
      return move(0, 1);
    case "Home":
      return { kind: "edge", to: "row-start", extend: shiftKey };
    case "End":
      return { kind: "edge", to: "row-end", extend: shiftKey };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    case "ContextMenu":
      return { kind: "menu" };
    case "F10":
      return shiftKey ? { kind: "menu" } : null;
    default:
      return null;
  }
}
