import { useCallback, useState } from "react";
import type { TraceRequest, TraceVerification } from "#shared/ipc/trace-view.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useChoose } from "../../components/choose.ts";
import { useProgressOf } from "../../components/long-work.ts";

export type Verifying = {
  readonly verification: TraceVerification | null;
  /** Null while nothing is being verified. */
  readonly running: { readonly done: number; readonly total: number } | null;
  readonly verify: () => void;
};

/** 立即核验: what the originals behind a figure are worth now, kept while its trace is open. */
export function useVerifying(request: TraceRequest): Verifying {
  const tell = useTell();
  const [verification, setVerification] = useState<TraceVerification | null>(null);
  const [isRunning, setRunning] = useState(false);
  const progress = useProgressOf("rollup.verify", isRunning);
  const verify = useCallback(() => {
    setRunning(true);
    void callEngine("rollup.verify", request).then((reply) => {
      setRunning(false);
      if (reply.ok) setVerification(reply.value);
      else tell.failed(reply.error);
      return undefined;
    });
  }, [request, tell]);
  const running = isRunning ? { done: progress?.done ?? 0, total: progress?.total ?? 0 } : null;
  return { verification, running, verify };
}

/** Writes the audit file of the whole ledger into a folder that the person chooses. */
export function useLedgerExport(): () => void {
  const t = useT();
  const tell = useTell();
  const choose = useChoose();
  return useCallback(() => {
    void choose("folder").then(async ([dir]) => {
      if (dir === undefined) return;
      const reply = await callEngine("ledger.export", { dir });
      if (reply.ok) tell.done(t("trace:exported", { file: reply.value.file }));
      else tell.failed(reply.error);
    });
  }, [choose, t, tell]);
}
