import { describeFinding } from "../checks/describe-finding.ts";
import { isHard, needsExplanation } from "../checks/finding.ts";
import type { WorkbookPreview, WorkbookRow } from "../ipc/workbook-view.ts";
import type { Language } from "../plan/language.ts";
import type { Plan } from "../plan/schema.ts";
import type { Translate } from "./words.ts";

/** Who stands behind drafts that came by a workbook: 填报人甲（据发改委工作簿，填表人丁填）. */
export function workbookAuthor(
  t: Translate,
  name: string,
  { department, author, file }: Pick<WorkbookPreview, "department" | "author" | "file">,
): string {
  const source = department ?? file;
  const by =
    author === null
      ? t("workbook:byWorkbook", { name, source })
      : t("workbook:byWorkbookOf", { name, source, author });
  return by.slice(0, AUTHOR_LENGTH);
}

/** As the contract has it. */
const AUTHOR_LENGTH = 200;

/** Why a cell is not written, or what the checks say of it; empty where there is nothing to say. */
export function workbookRemark(t: Translate, plan: Plan, row: WorkbookRow, language: Language): string {
  if (row.why !== null) return t(`workbook:why.${row.why}`);
  const finding = row.findings.find(isHard) ?? row.findings.find(needsExplanation);
  return finding === undefined ? "" : describeFinding(plan, finding, language);
}

/** The same as one sentence with the place in the file. */
export const workbookRowSentence = (t: Translate, plan: Plan, row: WorkbookRow, language: Language): string =>
  t("workbook:rowSentence", {
    sheet: row.sheet,
    row: row.row,
    typed: row.typed.slice(0, 40),
    remark: workbookRemark(t, plan, row, language),
  });
