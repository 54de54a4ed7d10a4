import { useState } from "react";
import { workbookAuthor } from "#shared/i18n/workbook-text.ts";
import {
  workbookResultSchema,
  type WorkbookPreview,
  type WorkbookResult,
} from "#shared/ipc/workbook-view.ts";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Empty } from "../../components/empty.tsx";
import { useFormats } from "../../app/formats.ts";
import { saveChanges } from "../../app/grid-cache.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { WorkbookResultMark } from "./workbook-result.tsx";
import { WorkbookTable } from "./workbook-table.tsx";

const PROBLEMS: ReadonlySet<WorkbookResult> = new Set(["warned", "wrong", "locked", "unknown"]);

type Props = { readonly preview: WorkbookPreview; readonly onClose: () => void };

/** What a filled workbook would write, before it is written; one save takes all that is chosen. */
export function WorkbookDialog({ preview, onClose }: Props) {
  const t = useT();
  const tell = useTell();
  const { workspace, setPeriod } = useSession();
  const [onlyProblems, setOnlyProblems] = useState(false);
  const [busy, setBusy] = useState(false);
  const { rows, changes, period } = preview;
  const sound = changes.filter(({ wrong }) => !wrong);
  const counted = workbookResultSchema.options
    .map((result) => ({ result, count: rows.filter((row) => row.result === result).length }))
    .filter(({ count }) => count > 0);
  const shown = rows.filter(({ result }) => (onlyProblems ? PROBLEMS.has(result) : result !== "same"));

  const write = async (chosen: typeof changes): Promise<void> => {
    setBusy(true);
    const taken = chosen.map(({ item, draft }) => ({ item, draft }));
    const author = workbookAuthor(t, workspace.officer, preview);
    const error = await saveChanges(period, taken, { label: "imported", author });
    setBusy(false);
    if (error !== null) {
      tell.failed(error);
      return;
    }
    setPeriod(period);
    tell.done(t("workbook:written", { count: taken.length }));
    onClose();
  };

  const footer = (
    <>
      <span className="grow hint">{changes.length > sound.length && t("workbook:hint")}</span>
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      {changes.length > sound.length && (
        <Button disabled={busy} onClick={() => void write(changes)}>
          {t("workbook:writeAll", { count: changes.length })}
        </Button>
      )}
      <Button variant="primary" disabled={busy || sound.length === 0} onClick={() => void write(sound)}>
        {sound.length === 0
          ? t("workbook:nothing")
          : t(changes.length > sound.length ? "workbook:writeSound" : "workbook:write", {
              count: sound.length,
            })}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("workbook:title")} size="lg" footer={footer}>
      <div className="workbook">
        <Source preview={preview} />
        {preview.otherPlan && <Banner kind="warned">{t("workbook:otherPlan")}</Banner>}
        <div className="workbook__counts">
          {counted.map(({ result, count }) => (
            <span key={result} className="workbook__count">
              <WorkbookResultMark result={result} />
              <b className="tnum">{t("workbook:cells", { count })}</b>
            </span>
          ))}
          <span className="grow" />
          <Checkbox checked={onlyProblems} onChange={setOnlyProblems}>
            {t("workbook:onlyProblems")}
          </Checkbox>
        </div>
        {shown.length > 0 ? (
          <div className="workbook__rows" tabIndex={0} role="region" aria-label={t("workbook:title")}>
            <WorkbookTable rows={shown} />
          </div>
        ) : onlyProblems ? (
          <Empty icon="st-accepted" title={t("workbook:noProblems")}>
            {t("workbook:noProblemsText")}
          </Empty>
        ) : (
          <Empty icon="file" title={t("workbook:nothing")}>
            {t("workbook:nothingText")}
          </Empty>
        )}
      </div>
    </Dialog>
  );
}

/** Whose workbook it is: file, period, department, and who filled it in. */
function Source({ preview: { file, period: at, department, author } }: Pick<Props, "preview">) {
  const t = useT();
  const period = useFormats().period(at);
  return (
    <p className="muted t-13">
      {department === null
        ? t("workbook:from", { file, period })
        : t("workbook:fromDepartment", { file, period, department })}
      {t("common:sentenceSeparator")}
      {author === null ? t("workbook:noAuthor") : t("workbook:filledBy", { author })}
    </p>
  );
}
