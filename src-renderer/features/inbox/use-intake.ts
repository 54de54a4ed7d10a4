import { useRef, useState } from "react";
import type { Progress } from "#shared/ipc/contract.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { callEngine, type CallError } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate, invalidateAllBut, refreshed } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useProgressOf } from "../../components/long-work.ts";
import { useTakeFiles } from "../../components/take-files.ts";
import { addFresh, beginLoad } from "./fresh-files.ts";

type Work = "inspecting" | "merging";

export type Intake = {
  readonly work: Work | null;
  readonly progress: Progress | null;
  readonly stopping: boolean;
  /** Ends the work between two files; what was merged by then stays merged. */
  readonly stop: () => void;
  /** Verifies the files and tries the merge; writes nothing to the ledger. */
  readonly inspect: (files: readonly string[]) => Promise<void>;
  readonly merge: (files: readonly string[]) => Promise<void>;
};

/** Reading files in and merging them, one thing at a time. */
export function useIntake(): Intake {
  const t = useT();
  const tell = useTell();
  const { workspace } = useSession();
  const takeFiles = useTakeFiles();
  const [work, setWork] = useState<Work | null>(null);
  const [stopping, setStopping] = useState(false);
  const inspecting = useProgressOf("inbox.inspect", work === "inspecting");
  const merging = useProgressOf("inbox.merge", work === "merging");

  // A second press can come before the first one is drawn.
  const isAtWork = useRef(false);
  const begin = (kind: Work, files: readonly string[]): boolean => {
    if (files.length === 0 || isAtWork.current) return false;
    isAtWork.current = true;
    setStopping(false);
    setWork(kind);
    return true;
  };
  const end = (): void => {
    isAtWork.current = false;
    setWork(null);
  };

  /** Stopping before anything was done is no failure. */
  const failed = (error: CallError): void => {
    if (error.params["id"] !== "cancelled") tell.failed(error);
  };

  const inspect = async (files: readonly string[]): Promise<void> => {
    if (!begin("inspecting", files)) return;
    const reply = await takeFiles("inbox.inspect", files);
    if (reply.ok) {
      beginLoad(workspace.dir, reply.value);
      await keepRefused(reply.value);
    } else failed(reply.error);
    end();
  };

  const merge = async (files: readonly string[]): Promise<void> => {
    if (!begin("merging", files)) return;
    const reply = await takeFiles("inbox.merge", files);
    // NOTE: the list as it is now and the files as merged are drawn at once: hundreds of lines drawn twice take long.
    await refreshed("inbox.list");
    if (reply.ok) addFresh(workspace.dir, reply.value);
    end();
    invalidateAllBut("inbox.list");
    if (!reply.ok) {
      failed(reply.error);
      return;
    }
    const taken = reply.value.filter(({ status }) => status === "merged");
    const asked = taken.filter(({ kind }) => kind === "enrol-request").length;
    const merged = taken.length - asked;
    const refused = reply.value.filter(({ status }) => status === "rejected").length;
    const said = merged > 0 || asked === 0 ? [t("inbox:mergedToast", { count: merged })] : [];
    if (asked > 0) said.push(t("inbox:requestsToast", { count: asked }));
    if (refused > 0) said.push(t("inbox:mergedRejected", { count: refused }));
    tell.done(said.join(t("common:sentenceSeparator")));
  };

  const stop = (): void => {
    if (work === null) return;
    setStopping(true);
    void callEngine("work.cancel", { channel: work === "merging" ? "inbox.merge" : "inbox.inspect" });
  };

  return { work, progress: inspecting ?? merging, stopping, stop, inspect, merge };
}

/** Refused and held files enter the list at once, so that they stay there with their reason; the ledger does not change. */
async function keepRefused(reports: readonly BundleReport[]): Promise<void> {
  const files = reports
    .filter(({ status }) => status === "rejected" || status === "held")
    .map(({ file }) => file);
  if (files.length === 0) return;
  await callEngine("inbox.merge", { files });
  invalidate();
}
