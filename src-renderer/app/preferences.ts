import { useCallback } from "react";
import type { ChannelInput } from "#shared/ipc/contract.ts";
import { callEngine } from "./bridge.ts";
import { updateQuery } from "./queries.ts";
import { useTell } from "./toasts.tsx";

/** Changes language or theme; the whole window follows. */
export function usePreferences(): (change: ChannelInput<"app.preferences">) => Promise<void> {
  const tell = useTell();
  return useCallback(
    async (change) => {
      const reply = await callEngine("app.preferences", change);
      if (reply.ok) updateQuery("app.info", {}, () => reply.value);
      else tell.failed(reply.error);
    },
    [tell],
  );
}
