import { useEffect, useState } from "react";
import type { Channel, Progress } from "#shared/ipc/contract.ts";

/** How far the running call of a channel is; null while none runs. */
export function useProgressOf(channel: Channel, running: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!running) return undefined;
    const stop = window.taizhang.onProgress((step) => {
      if (step.channel === channel) setProgress(step);
    });
    return () => {
      stop();
      setProgress(null);
    };
  }, [channel, running]);
  return running ? progress : null;
}
