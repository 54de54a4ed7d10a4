import { useState } from "react";
import { callEngine } from "../../app/bridge.ts";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";

/** Revokes a certificate, or names more bundles of a revoked one to keep; answers how many stay. */
export function useRevoke(serial: number) {
  const tell = useTell();
  const unlock = useUnlock();
  const [busy, setBusy] = useState(false);
  const revoke = async (keep: readonly string[]): Promise<number | null> => {
    if (!(await unlock())) return null;
    setBusy(true);
    const reply = await callEngine("enrol.revoke", { serial, keep: [...keep] });
    setBusy(false);
    invalidate();
    if (reply.ok) return reply.value.kept;
    tell.failed(reply.error);
    return null;
  };
  return { busy, revoke };
}
