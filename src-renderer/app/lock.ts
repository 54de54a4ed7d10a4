import { useCallback, useEffect } from "react";
import type { LockAfter } from "#shared/ipc/officer-views.ts";
import { callEngine } from "./bridge.ts";
import { savesSettled } from "./grid-cache.ts";
import { useT } from "./language.tsx";
import { forgetAllBut, updateQuery } from "./queries.ts";
import { useTell } from "./toasts.tsx";

/** Locks the program: what is being written is saved first, and where that fails nothing is locked. */
export function useLock(): () => Promise<void> {
  const t = useT();
  const tell = useTell();
  return useCallback(async () => {
    // Leaving a field saves what is in it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (!(await savesSettled())) return tell.note(t("officers:lockUnsaved"));
    const reply = await callEngine("workspace.lock", {});
    if (!reply.ok) return tell.failed(reply.error);
    updateQuery("app.info", {}, (info) => ({ ...info, workspace: reply.value }));
    forgetAllBut("app.info");
  }, [t, tell]);
}

const LOOK_EVERY_MS = 5_000;
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Locks by itself when nobody touched key or mouse for the time that was set. */
export function useIdleLock(after: LockAfter | null): void {
  const lock = useLock();
  useEffect(() => {
    if (after === null || after === "never") return;
    const limitMs = Number(after) * 60_000;
    let last = Date.now();
    const touch = (): void => {
      last = Date.now();
    };
    const timer = window.setInterval(() => {
      if (Date.now() - last >= limitMs) void lock();
    }, LOOK_EVERY_MS);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      window.clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [after, lock]);
}
