import { useState } from "react";
import { sheetSchema, sheetsOf } from "#shared/paper/sheets.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate, useEngine } from "../../app/queries.ts";
import { useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import "./paper.css";
import { PreviewPane } from "./preview-pane.tsx";
import { isOfPeriod, SheetForm, type SheetChoice } from "./sheet-form.tsx";
import { usePreview, type SheetRequest } from "./use-preview.ts";

/** A reminder goes only to whom something is missing of. */
const unitFor = ({ sheet, unit }: SheetChoice, toRemind: readonly string[] | null): string =>
  sheet === "reminder" && toRemind !== null && !toRemind.includes(unit) ? (toRemind[0] ?? unit) : unit;

/** 打印, for both roles: a sheet, its true preview, and the file. */
export function Paper() {
  const t = useT();
  const tell = useTell();
  const route = useRoute();
  const { plan, period, workspace } = useSession();
  const own = workspace.role === "reporter" ? workspace.unit.key : reportingUnits(plan, period)[0]?.key;
  const [choice, setChoice] = useState<SheetChoice>({
    sheet: sheetSchema
      .catch(workspace.role === "office" ? "summary-sheet" : "progress-sheet")
      .parse(route.params["sheet"]),
    unit: own ?? workspace.unit.key,
    blank: false,
  });
  const [busy, setBusy] = useState(false);
  const missing = useEngine("paper.toRemind", choice.sheet === "reminder" ? { period } : null);
  const toRemind = missing.status === "ready" ? missing.value : null;
  const unit = unitFor(choice, toRemind);
  const request: SheetRequest = {
    sheet: choice.sheet,
    unit: unitKeySchema.parse(unit),
    blank: choice.sheet === "progress-sheet" && choice.blank,
    ...(isOfPeriod(choice) && { period }),
  };
  const { preview, again } = usePreview(request);
  const save = async (): Promise<void> => {
    setBusy(true);
    const reply = await callEngine("paper.save", request);
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    const { file, pages } = reply.value;
    if (file === null) return;
    invalidate("reviewCopy.get");
    tell.done(t("paper:saved", { pages }));
    void callEngine("files.reveal", { path: file });
  };
  const saveAll = async (): Promise<void> => {
    setBusy(true);
    const reply = await callEngine("paper.saveReminders", { period });
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    const { folder, files } = reply.value;
    if (folder === null) return;
    tell.done(t("paper:savedAll", { count: files }));
    void callEngine("files.reveal", { path: folder });
  };
  const sheet = t(`paper:sheet.${choice.sheet}`);
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("paper:title")}</h1>
        <span className="grow" />
        {toRemind !== null && toRemind.length > 1 && (
          <Button icon="folder" disabled={busy} onClick={() => void saveAll()}>
            {t("paper:saveAll", { count: toRemind.length })}
          </Button>
        )}
        <Button
          variant="primary"
          icon="download"
          disabled={busy || preview.status !== "ready"}
          onClick={() => void save()}
        >
          {t("paper:save")}
        </Button>
      </div>
      <div className="workarea paper-page">
        <SheetForm
          choice={{ ...choice, unit }}
          sheets={sheetsOf(workspace.role)}
          toRemind={toRemind}
          onChange={setChoice}
        />
        <PreviewPane preview={preview} sheet={sheet} onAgain={again} />
      </div>
      <StatusNote>
        <span>{t("paper:status", { sheet })}</span>
      </StatusNote>
    </main>
  );
}
