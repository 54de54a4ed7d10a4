import { useState } from "react";
import type { BundleReport } from "#shared/ipc/views.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine, type Called } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { toldOf, type Exchange, type Told } from "./told.ts";

export type ImportStep =
  | { readonly at: "idle" }
  | { readonly at: "inspecting" }
  | { readonly at: "merging" }
  | { readonly at: "inspected"; readonly reports: readonly BundleReport[] }
  | { readonly at: "merged"; readonly reports: readonly BundleReport[]; readonly told: readonly Told[] }
  | { readonly at: "failed"; readonly text: string };

export type Import = {
  readonly step: ImportStep;
  /** Verifies the files; changes nothing. */
  readonly inspect: (files: readonly string[]) => Promise<void>;
  readonly merge: (files: readonly string[]) => Promise<void>;
  readonly close: () => void;
};

export const isBusy = ({ at }: ImportStep): boolean => at === "inspecting" || at === "merging";

/** Receipts, grants and plan bundles: verified, shown, then taken in. */
export function useImport(): Import {
  const t = useT();
  const formats = useFormats();
  const unlock = useUnlock();
  const { workspace } = useSession();
  const [step, setStep] = useState<ImportStep>({ at: "idle" });

  /** A file encrypted to this laptop needs its key: asked for once, then tried again. */
  const call = async (
    channel: "inbox.inspect" | "inbox.merge",
    files: readonly string[],
  ): Promise<Called<"inbox.merge"> | null> => {
    const reply = await callEngine(channel, { files: [...files] });
    if (reply.ok || reply.error.code !== "locked-key") return reply;
    return (await unlock()) ? await callEngine(channel, { files: [...files] }) : null;
  };

  const exchange = async (): Promise<Exchange> => {
    const [packages, info] = await Promise.all([
      callEngine("submission.list", {}),
      callEngine("workspace.info", {}),
    ]);
    return { packages: packages.ok ? packages.value : [], workspace: info.ok ? info.value : workspace };
  };

  const inspect = async (files: readonly string[]): Promise<void> => {
    if (files.length === 0 || isBusy(step)) return;
    setStep({ at: "inspecting" });
    const reply = await call("inbox.inspect", files);
    if (reply === null) setStep({ at: "idle" });
    else if (!reply.ok) setStep({ at: "failed", text: errorSentence(t, reply.error) });
    else setStep({ at: "inspected", reports: reply.value });
  };

  const merge = async (files: readonly string[]): Promise<void> => {
    if (files.length === 0 || isBusy(step)) return;
    setStep({ at: "merging" });
    const before = await exchange();
    const reply = await call("inbox.merge", files);
    if (reply === null) setStep({ at: "idle" });
    else if (!reply.ok) setStep({ at: "failed", text: errorSentence(t, reply.error) });
    else {
      const told = toldOf({ t, formats }, reply.value, before, await exchange());
      setStep({ at: "merged", reports: reply.value, told });
    }
    invalidate();
  };

  return { step, inspect, merge, close: () => setStep({ at: "idle" }) };
}
