import { useState } from "react";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useTell } from "../../app/toasts.tsx";
import { useChoose } from "../../components/choose.ts";
import { useTakeFiles } from "../../components/take-files.ts";

export type Requests = {
  readonly busy: boolean;
  /** What could not be read, with why; null when all was read. */
  readonly refused: string | null;
  readonly choose: () => Promise<void>;
};

/** Reads enrolment requests from files that the person chooses. */
export function useRequests(): Requests {
  const t = useT();
  const tell = useTell();
  const chooseFiles = useChoose();
  const takeFiles = useTakeFiles();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const choose = async (): Promise<void> => {
    const files = await chooseFiles("bundles");
    if (files.length === 0) return;
    setBusy(true);
    setRefused(null);
    const reply = await takeFiles("inbox.merge", files);
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    invalidate();
    const rejected = reply.value.filter(({ status }) => status === "rejected");
    const read = reply.value.filter(({ status, kind }) => status === "merged" && kind === "enrol-request");
    if (read.length > 0) tell.done(t("devices:requestRead", { count: read.length }));
    if (rejected.length > 0) {
      const reasons = [...new Set(rejected.map(({ reason }) => reasonSentence(t, reason ?? "damaged")))];
      setRefused(t("devices:requestRejected", { count: rejected.length, reasons: reasons.join("") }));
    }
  };
  return { busy, refused, choose };
}
