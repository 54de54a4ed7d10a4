import { useState } from "react";
import type { ChannelInput } from "#shared/ipc/contract.ts";
import { callEngine } from "../../app/bridge.ts";
import { invalidateJudged } from "../../app/judged.ts";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";

export type Decision = ChannelInput<"review.decide">["decisions"][number];

export type Decide = {
  readonly busy: boolean;
  /** True once they are signed; asks for the passphrase first where the key is locked. */
  readonly decide: (decisions: readonly Decision[], said: string) => Promise<boolean>;
};

export function useDecide(): Decide {
  const tell = useTell();
  const unlock = useUnlock();
  const [busy, setBusy] = useState(false);
  const decide = async (decisions: readonly Decision[], said: string): Promise<boolean> => {
    if (busy || decisions.length === 0 || !(await unlock())) return false;
    setBusy(true);
    const reply = await callEngine("review.decide", { decisions: [...decisions] });
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return false;
    }
    invalidateJudged();
    tell.done(said);
    return true;
  };
  return { busy, decide };
}
