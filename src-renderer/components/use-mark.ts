import { useCallback } from "react";
import type { ChannelInput } from "#shared/ipc/contract.ts";
import { callEngine } from "../app/bridge.ts";
import { useT } from "../app/language.tsx";
import { invalidate } from "../app/queries.ts";
import { useTell } from "../app/toasts.tsx";

/** Takes a task's progress into 典型经验, or out of it, and says so. */
export function useMark(): (mark: ChannelInput<"exemplary.mark">) => Promise<void> {
  const t = useT();
  const tell = useTell();
  return useCallback(
    async (mark) => {
      const reply = await callEngine("exemplary.mark", mark);
      if (!reply.ok) {
        tell.failed(reply.error);
        return;
      }
      invalidate("exemplary.list");
      tell.done(t(mark.marked ? "exemplary:marked" : "exemplary:unmarked"));
    },
    [t, tell],
  );
}
