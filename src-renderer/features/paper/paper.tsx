import { useState } from "react";
import { isCitySheet, sheetSchema, sheetsOf } from "#shared/paper/sheets.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { reportingUnits, unitName } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { fileName } from "../../app/paths.ts";
import { invalidate, useEngine } from "../../app/queries.ts";
import { useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { keepChoice, lastChoice } from "./last-choice.ts";
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
  const formats = useFormats();
  const route = useRoute();
  const { plan, period, workspace } = useSession();
  const own = workspace.role === "reporter" ? workspace.unit.key : reportingUnits(plan, period)[0]?.key;
  const [choice, setChoice] = useState<SheetChoice>(() => {
    const before = lastChoice(workspace.dir) ?? {
      sheet: workspace.role === "office" ? "summary-sheet" : "progress-sheet",
      unit: own ?? workspace.unit.key,
      blank: false,
    };
    const { sheet, unit = before.unit } = route.params;
    return { ...before, sheet: sheetSchema.catch(before.sheet).parse(sheet), unit };
  });
  const choose = (next: SheetChoice): void => {
    keepChoice(workspace.dir, next);
    setChoice(next);
  };
  const [work, setWork] = useState<"one" | "all" | null>(null);
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
    setWork("one");
    const reply = await callEngine("paper.save", request);
    setWork(null);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    const { file, pages } = reply.value;
    if (file === null) return;
    invalidate("reviewCopy.get");
    tell.written(t("paper:saved", { file: fileName(file), count: pages }), file);
  };
  const saveAll = async (): Promise<void> => {
    setWork("all");
    const reply = await callEngine("paper.saveReminders", { period });
    setWork(null);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    const { folder, files } = reply.value;
    if (folder === null) return;
    tell.written(t("paper:savedAll", { count: files, folder: fileName(folder) }), folder);
  };
  const sheet = t(`paper:sheet.${choice.sheet}`);
  const named = [
    sheet,
    ...(isCitySheet(choice.sheet) || workspace.role === "reporter" ? [] : [unitName(plan, unit)]),
    ...(isOfPeriod(choice) ? [formats.period(period)] : []),
  ];
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("paper:title")}</h1>
        <span className="grow" />
        {toRemind !== null && toRemind.length > 1 && (
          <Button icon="folder" busy={work === "all"} disabled={work !== null} onClick={() => void saveAll()}>
            {t("paper:saveAll", { count: toRemind.length })}
          </Button>
        )}
        <Button
          variant="primary"
          icon="download"
          busy={work === "one"}
          disabled={work !== null || preview.status !== "ready"}
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
          onChange={choose}
          onLetter={again}
        />
        <PreviewPane
          preview={preview}
          sheet={sheet}
          making={named.join(t("common:listSeparator"))}
          onAgain={again}
        />
      </div>
      <StatusNote>
        <span>{t("paper:status", { sheet })}</span>
      </StatusNote>
    </main>
  );
}
