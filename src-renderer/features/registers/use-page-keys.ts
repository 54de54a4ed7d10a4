import { useEffect, useRef } from "react";

type Keys = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Keys of the whole page, such as `Insert`, `Control+z`, `Alt+1`. Where something is typed, Ctrl and Insert belong to
 * the text; in dialogs and open menus all keys are theirs.
 */
export function usePageKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector(OWN_KEYS) !== null) return;
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea") !== null;
      if (isTyping && event.key !== "Escape" && !event.altKey) return;
      const action = latest.current[nameOf(event)];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

const OWN_KEYS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const held = [
    ...(ctrlKey || metaKey ? ["Control"] : []),
    ...(altKey ? ["Alt"] : []),
    ...(shiftKey ? ["Shift"] : []),
  ];
  return [...held, key.length === 1 ? key.toLowerCase() : key].join("+");
}
