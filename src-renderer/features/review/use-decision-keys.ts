import { useEffect, useRef } from "react";

type Keys = Readonly<Record<string, () => unknown>>;

/** What a key is called here: a letter in lower case whatever Caps Lock says, `shift+a` where Shift is held. */
const nameOf = ({ key, shiftKey }: KeyboardEvent): string => {
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? `shift+${key.toLowerCase()}` : key.toLowerCase();
};

/** Keys of the whole page: not while something is typed, in a dialog or menu, or with Ctrl, Alt or Meta. */
export function useDecisionKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
        return;
      if (event.target instanceof Element && isElsewhere(event.target)) return;
      const action = latest.current[nameOf(event)];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** Something is typed there, or a dialog or menu has the keys. */
export const isElsewhere = (element: Element): boolean =>
  element.closest(
    "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]",
  ) !== null || document.querySelector("[role=dialog]") !== null;
