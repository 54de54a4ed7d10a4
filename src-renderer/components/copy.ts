import { useCallback } from "react";
import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";

/** Puts a text on the clipboard and says so. */
export function useCopy(): (text: string) => void {
  const t = useT();
  const tell = useTell();
  return useCallback(
    (text) => {
      void copyText(text).then((isCopied) => tell.done(t(isCopied ? "common:copied" : "shell:copyFailed")));
    },
    [t, tell],
  );
}

/** NOTE: no page is granted the clipboard, not even to write; this is a Ctrl+C that the program does, filled in here. */
async function copyText(text: string): Promise<boolean> {
  const outcome = { isCopied: false };
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    outcome.isCopied = true;
  };
  window.addEventListener("copy", fill, { capture: true, once: true });
  await callEngine("window.edit", { command: "copy" });
  // The event is on its way when the program has answered.
  for (let step = 0; step < 120 && !outcome.isCopied; step += 1)
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  window.removeEventListener("copy", fill, { capture: true });
  return outcome.isCopied;
}
