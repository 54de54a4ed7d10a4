import { useState } from "react";
import type { Refusal } from "#shared/ipc/device-views.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { useChoose } from "../../components/choose.ts";

/** Answering a request: granting writes a file, refusing only notes it and can be taken back. */
export function useAnswer(device: string) {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const choose = useChoose();
  const [busy, setBusy] = useState(false);

  /** The file that was written; null when nothing was. `confirm` is what the person compared. */
  const grant = async (confirm: string): Promise<string | null> => {
    const [dir] = await choose("folder");
    if (dir === undefined || !(await unlock())) return null;
    setBusy(true);
    const reply = await callEngine("enrol.grant", { device, confirm, dir });
    setBusy(false);
    if (!reply.ok) tell.failed(reply.error);
    else invalidate("enrol.list", "enrol.log", "office.home");
    return reply.ok ? reply.value.file : null;
  };

  const note = async (call: () => Promise<{ readonly ok: boolean }>, done: string): Promise<void> => {
    setBusy(true);
    const reply = await call();
    setBusy(false);
    if (reply.ok) tell.done(done);
    invalidate("enrol.list", "enrol.log", "office.home");
  };
  const refuse = (why: Refusal): Promise<void> =>
    note(() => callEngine("enrol.refuse", { device, why }), t("devices:refusedDone"));
  const restore = (): Promise<void> =>
    note(() => callEngine("enrol.restore", { device }), t("devices:restoredDone"));

  return { busy, grant, refuse, restore };
}
