import { useRef, useState } from "react";
import type { ChannelInputParsed, ChannelOutput } from "#shared/ipc/contract.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine, type CallError } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { keepSealed } from "./sealed-store.ts";

type SealRequest = ChannelInputParsed<"submission.seal">;
export type SealFailure = { readonly code: string; readonly text: string };
export type Seal = {
  readonly busy: boolean;
  readonly failure: SealFailure | null;
  readonly run: (request: SealRequest, items: number) => Promise<void>;
};

/** 上报, one at a time: a second press while it runs does nothing. */
export function useSeal(): Seal {
  const t = useT();
  const { workspace } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SealFailure | null>(null);
  const running = useRef(false);

  const seal = async (request: SealRequest, items: number): Promise<void> => {
    const before = await lastPackage();
    const reply = await callEngine("submission.seal", request);
    if (reply.ok) {
      const { period, filler, reviewer, head } = request;
      keepSealed({
        ...reply.value,
        workspace: workspace.dir,
        period,
        items,
        people: [filler, reviewer, head],
      });
    } else setFailure(await failureOf(reply.error, before));
    invalidate();
  };

  /** The ledger changes before the file is handed out: a package can be signed and its file still be missing. */
  const failureOf = async (error: CallError, before: LastPackage): Promise<SealFailure> => {
    const after = await lastPackage();
    const text = errorSentence(t, error);
    if (after === undefined || after.digest === before?.digest) return { code: error.code, text };
    return { code: error.code, text: t("submission:signedNotWritten", { sequence: after.sequence }) };
  };

  const run = async (request: SealRequest, items: number): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    await seal(request, items);
    running.current = false;
    setBusy(false);
  };
  return { busy, failure, run };
}

type LastPackage = ChannelOutput<"submission.list">[number] | undefined;

async function lastPackage(): Promise<LastPackage> {
  const list = await callEngine("submission.list", {});
  return list.ok ? list.value[0] : undefined;
}
