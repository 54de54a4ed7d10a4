import { useCallback } from "react";
import type { ChannelInput } from "#shared/ipc/contract.ts";
import { callEngine } from "../app/bridge.ts";
import { useTell } from "../app/toasts.tsx";

type Purpose = ChannelInput<"files.choose">["purpose"];

/** Paths that the person chose in the system's dialog; none when they change their mind. */
export function useChoose(): (purpose: Purpose) => Promise<readonly string[]> {
  const tell = useTell();
  return useCallback(
    async (purpose) => {
      const reply = await callEngine("files.choose", { purpose });
      if (reply.ok) return reply.value.paths;
      tell.failed(reply.error);
      return [];
    },
    [tell],
  );
}
