import { useState } from "react";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import { callEngine } from "../../app/bridge.ts";
import { useTell } from "../../app/toasts.tsx";

/** `file` null: the plan that comes with the program. */
export type PlanSource = ChannelOutput<"workspace.inspectPlan"> & { readonly file: string | null };

export function usePlanSource() {
  const tell = useTell();
  const [source, setSource] = useState<PlanSource | null>(null);
  const [compared, setCompared] = useState(false);
  const inspect = async (file: string | null): Promise<void> => {
    const reply = await callEngine("workspace.inspectPlan", { file });
    if (!reply.ok) return tell.failed(reply.error);
    tell.mended();
    setCompared(false);
    setSource({ ...reply.value, file });
  };
  const chooseBundle = async (): Promise<void> => {
    const chosen = await callEngine("files.choose", { purpose: "plan-bundle" });
    const file = chosen.ok ? chosen.value.paths[0] : undefined;
    if (file !== undefined) await inspect(file);
  };
  return { source, compared, setCompared, chooseBundle, takeBuiltIn: () => inspect(null) };
}
