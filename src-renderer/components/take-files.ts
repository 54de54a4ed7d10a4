import { useCallback } from "react";
import { callEngine, type Called } from "../app/bridge.ts";
import { useUnlock } from "../app/unlock.tsx";

type Channel = "inbox.inspect" | "inbox.merge";

/** Reads files in. Encrypted ones need this computer's key: where it is locked, it asks once and tries again. */
export function useTakeFiles(): (channel: Channel, files: readonly string[]) => Promise<Called<Channel>> {
  const unlock = useUnlock();
  return useCallback(
    async (channel, files) => {
      const reply = await callEngine(channel, { files: [...files] });
      if (reply.ok || reply.error.code !== "locked-key" || !(await unlock())) return reply;
      return callEngine(channel, { files: [...files] });
    },
    [unlock],
  );
}
