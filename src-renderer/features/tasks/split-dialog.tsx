import { useState } from "react";
import type { GridView } from "#shared/ipc/views.ts";
import { sharesOf, UNASSIGNED } from "#shared/workbook/departments.ts";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Written } from "../../components/written.tsx";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";

type Done = { readonly title: string; readonly file: string };

/** 分办: each department's part of a period, as workbooks into a folder or as sheets on paper. */
export function SplitDialog({ grid, onClose }: { readonly grid: GridView; readonly onClose: () => void }) {
  const t = useT();
  const tell = useTell();
  const choose = useChoose();
  const { plan, workspace } = useSession();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const { period } = grid;
  const unit = workspace.unit.key;
  const answers = new Map(grid.items.map(({ item, draft, body }) => [item, draft ?? body]));
  const shares = sharesOf(plan, unit, period, (item) => answers.get(item));
  const title = t("workbook:splitTitle", { period: useFormats().period(period) });

  const working = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const writeSplit = async (): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir === undefined) return;
    const reply = await callEngine("workbook.split", { period, dir });
    if (!reply.ok) tell.failed(reply.error);
    else
      setDone({
        title: t("workbook:splitDone", { count: reply.value.length }),
        file: reply.value[0]?.file ?? dir,
      });
  };
  const writeWhole = async (): Promise<void> => {
    const [dir] = await choose("folder");
    if (dir === undefined) return;
    const reply = await callEngine("workbook.template", { period, dir });
    if (!reply.ok) tell.failed(reply.error);
    else setDone({ title: t("workbook:wholeDone"), file: reply.value.file });
  };
  const print = async (): Promise<void> => {
    const reply = await callEngine("paper.save", { sheet: "split-sheet", unit, period, blank: false });
    if (!reply.ok) tell.failed(reply.error);
    else if (reply.value.file !== null)
      setDone({ title: t("workbook:printed", { pages: reply.value.pages }), file: reply.value.file });
  };

  const footer = (
    <>
      <Button variant="quiet" disabled={busy} onClick={() => void working(writeWhole)}>
        {t("workbook:wholeWrite")}
      </Button>
      <span className="grow" />
      <Button icon="print" disabled={busy} onClick={() => void working(print)}>
        {t("workbook:splitPrint")}
      </Button>
      <Button variant="primary" icon="folder" disabled={busy} onClick={() => void working(writeSplit)}>
        {t("workbook:splitWrite")}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} footer={footer}>
      <div className="stack stack--3">
        {done !== null && <Written title={done.title} file={done.file} />}
        <p className="muted t-13">{t("workbook:splitText")}</p>
        <ul className="list">
          {shares.map(({ department, tasks, items }) => (
            <li key={department} className="list__item">
              <span>{department}</span>
              <span className="push muted t-12">
                {t("workbook:splitPart", { tasks: tasks.length, items: items.length })}
              </span>
            </li>
          ))}
        </ul>
        {shares.some(({ department }) => department === UNASSIGNED) && (
          <Banner>{t("workbook:splitUnassigned")}</Banner>
        )}
      </div>
    </Dialog>
  );
}
