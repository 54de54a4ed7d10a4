import { useEffect, useState } from "react";
import type { Channel, Progress } from "#shared/ipc/contract.ts";

/** How far the running call of a channel is; null while none runs. */
export function useProgressOf(channel: Channel, running: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!running) return undefined;
    let latest: Progress | null = null;
    let frame = 0;
    // NOTE: small files are faster than frames; each frame shows the last that was told.
    const show = (): void => {
      frame = 0;
      setProgress(latest);
    };
    const stop = window.taizhang.onProgress((step) => {
      if (step.channel !== channel) return;
      latest = step;
      if (frame === 0) frame = requestAnimationFrame(show);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      setProgress(null);
    };
  }, [channel, running]);
  return running ? progress : null;
}
