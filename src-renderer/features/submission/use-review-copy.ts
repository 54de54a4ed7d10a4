import { useState } from "react";
import type { ReviewCopies } from "#shared/ipc/review-copy-view.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";

type Copy = NonNullable<ReviewCopies["copy"]>;

/** Printing 送审稿, and keeping the scan of the stamped paper beside it. */
export function useReviewCopy() {
  const t = useT();
  const tell = useTell();
  const { period, workspace } = useSession();
  const [busy, setBusy] = useState(false);
  const print = async (): Promise<void> => {
    setBusy(true);
    const request = { sheet: "progress-sheet", unit: workspace.unit.key, period, blank: false } as const;
    const reply = await callEngine("paper.save", request);
    setBusy(false);
    if (!reply.ok) return tell.failed(reply.error);
    if (reply.value.file === null) return;
    invalidate("reviewCopy.get");
    tell.done(t("submission:reviewCopy.printed", { pages: reply.value.pages }));
    void callEngine("files.reveal", { path: reply.value.file });
  };
  const keep = async (no: number, files: Copy["scan"]): Promise<void> => {
    const reply = await callEngine("reviewCopy.scan", { no, files });
    if (!reply.ok) return tell.failed(reply.error);
    invalidate("reviewCopy.get");
  };
  const scan = async ({ no, scan: held }: Copy): Promise<void> => {
    const chosen = await callEngine("files.choose", { purpose: "attachments" });
    if (!chosen.ok) return tell.failed(chosen.error);
    if (chosen.value.paths.length === 0) return;
    const reply = await callEngine("attachment.add", { files: chosen.value.paths });
    if (!reply.ok) return tell.failed(reply.error);
    const { added, refused } = reply.value;
    const fresh = added.filter(({ sha256 }) => !held.some((file) => file.sha256 === sha256));
    if (fresh.length > 0) await keep(no, [...held, ...fresh]);
    if (refused[0] !== undefined) tell.failed(refused[0].error);
  };
  return { print, scan, keep, busy };
}
