import { useCallback, useState } from "react";
import type { WorkbookPreview } from "#shared/ipc/workbook-view.ts";
import { callEngine } from "../../app/bridge.ts";
import { useTell } from "../../app/toasts.tsx";
import { useChoose } from "../../components/choose.ts";

/** A filled workbook, chosen or dropped, and what it would write. */
export function useWorkbook(): {
  readonly preview: WorkbookPreview | null;
  readonly choose: () => Promise<void>;
  readonly read: (file: string) => Promise<void>;
  readonly close: () => void;
} {
  const tell = useTell();
  const chooseFiles = useChoose();
  const [preview, setPreview] = useState<WorkbookPreview | null>(null);
  const read = useCallback(
    async (file: string): Promise<void> => {
      const reply = await callEngine("workbook.preview", { file });
      if (reply.ok) setPreview(reply.value);
      else tell.failed(reply.error);
    },
    [tell],
  );
  const choose = useCallback(async (): Promise<void> => {
    const [file] = await chooseFiles("workbook");
    if (file !== undefined) await read(file);
  }, [chooseFiles, read]);
  return { preview, choose, read, close: useCallback(() => setPreview(null), []) };
}
