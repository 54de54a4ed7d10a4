import { useState, type KeyboardEvent } from "react";

/** One row takes Tab; arrows, Home and End go on from it. */
export function useRowCursor(keys: readonly string[], openKey: string | undefined) {
  const [at, setAt] = useState<string | undefined>(openKey);
  const cursor = keys.find((key) => key === at) ?? keys.find((key) => key === openKey) ?? keys[0];
  return {
    cursor,
    setCursor: setAt,
    onKeyDown: (event: KeyboardEvent) => {
      const next = nextRow(keys, cursor, event.key);
      if (next === undefined || event.altKey || event.ctrlKey) return;
      event.preventDefault();
      focusRow(next);
    },
  };
}

function nextRow(keys: readonly string[], cursor: string | undefined, key: string): string | undefined {
  const at = cursor === undefined ? -1 : keys.indexOf(cursor);
  switch (key) {
    case "ArrowDown":
      return keys[at + 1];
    case "ArrowUp":
      return keys[at - 1];
    case "Home":
      return keys[0];
    case "End":
      return keys.at(-1);
    default:
      return undefined;
  }
}

/** Puts the focus on the row, or on the first where it is not shown; after what is under way has been drawn. */
export function focusRow(key: string | undefined): void {
  window.setTimeout(() => {
    const wanted = key === undefined ? null : `tr[data-key="${CSS.escape(key)}"] .registers__name`;
    const button = (wanted && document.querySelector(wanted)) ?? document.querySelector(".registers__name");
    if (button instanceof HTMLElement) button.focus();
  });
}
