import type { BrowserWindow, WebContents } from "electron";

export type WindowKind = "main" | "print";

/** Which of our windows a message may come from. */
export interface KnownWindows {
  add(kind: WindowKind, window: BrowserWindow): void;
  kindOf(contentsId: WebContents["id"]): WindowKind | null;
}

export function createKnownWindows(): KnownWindows {
  const kinds = new Map<number, WindowKind>();
  return {
    add(kind, window) {
      const { id } = window.webContents;
      kinds.set(id, kind);
      window.once("closed", () => kinds.delete(id));
    },
    kindOf: (contentsId) => kinds.get(contentsId) ?? null,
  };
}
