import { useState } from "react";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";

/** Judges what is held or refused once more; asks for the passphrase where an encrypted file is among it. */
export function useRetry() {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const [busy, setBusy] = useState(false);
  const retry = async (): Promise<void> => {
    setBusy(true);
    const first = await callEngine("inbox.retry", {});
    const isLocked = !first.ok && first.error.code === "locked-key";
    const reply = isLocked && (await unlock()) ? await callEngine("inbox.retry", {}) : first;
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    const { tried, lifted } = reply.value;
    tell.done(
      lifted === 0 ? t("inbox:retryNone", { count: tried }) : t("inbox:retryLifted", { count: lifted }),
    );
    invalidate();
  };
  return { busy, retry };
}
