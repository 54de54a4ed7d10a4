import { useEffect, useState } from "react";
import type { Block } from "#shared/clipboard/block.ts";
import { parseClipboard } from "#shared/clipboard/parse-clipboard.ts";
import { useT } from "../../../app/language.tsx";
import { useTell } from "../../../app/toasts.tsx";

/** Ctrl+V anywhere on the page but where something is typed: the pasted table, until it was looked at. */
export function useBlockPaste(locked: boolean) {
  const t = useT();
  const tell = useTell();
  const [block, setBlock] = useState<Block | null>(null);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isTyping = target instanceof Element && target.closest("input, textarea") !== null;
      if (isTyping || clipboardData === null || document.querySelector("[role=dialog]") !== null) return;
      event.preventDefault();
      if (locked) return tell.note(t("entry:periodLocked"));
      const parsed = parseClipboard({
        text: clipboardData.getData("text/plain"),
        html: clipboardData.getData("text/html"),
      });
      if (!parsed.ok) return tell.failed(parsed.error);
      if (parsed.value.length === 0) return tell.note(t("paste:nothing"));
      setBlock(parsed.value);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [locked, t, tell]);
  return { block, end: () => setBlock(null) };
}
