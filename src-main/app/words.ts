import type { z } from "zod";
import type { languageSchema } from "#shared/ipc/host-contract.ts";

type Language = z.infer<typeof languageSchema>;

interface DialogWords {
  readonly bundles: string;
  readonly planBundle: string;
  readonly plan: string;
  readonly planFiles: string;
  readonly workbook: string;
  readonly workbookFiles: string;
  readonly folder: string;
  readonly workspace: string;
  readonly bundleFiles: string;
  readonly allFiles: string;
  readonly savePdf: string;
  readonly attachments: string;
  readonly saveAttachment: string;
  readonly pdfFiles: string;
  readonly failedToStart: string;
  readonly errorId: string;
}

const zh: DialogWords = {
  bundles: "选择上报文件",
  planBundle: "选择市级下发的计划文件",
  plan: "选择计划文件",
  planFiles: "计划文件",
  workbook: "选择填好的工作簿",
  workbookFiles: "工作簿",
  folder: "选择文件夹",
  workspace: "选择工作区文件夹",
  bundleFiles: "任务台账文件",
  allFiles: "所有文件",
  savePdf: "保存为 PDF",
  attachments: "选择附件",
  saveAttachment: "附件另存为",
  pdfFiles: "PDF 文件",
  failedToStart: "任务台账未能启动。请重新启动；如仍不行，请将错误编号告知维护人员。",
  errorId: "错误编号",
};

const en: DialogWords = {
  bundles: "Choose report files",
  planBundle: "Choose the office's plan file",
  plan: "Choose a plan file",
  planFiles: "Plan files",
  workbook: "Choose a filled workbook",
  workbookFiles: "Workbooks",
  folder: "Choose a folder",
  workspace: "Choose a workspace folder",
  bundleFiles: "Taizhang files",
  allFiles: "All files",
  savePdf: "Save as PDF",
  attachments: "Choose attachments",
  saveAttachment: "Save the attachment as",
  pdfFiles: "PDF files",
  failedToStart:
    "Taizhang could not start. Start it again; if that does not help, give the error id to your maintainer.",
  errorId: "Error id",
};

/** Words of the system's dialogs, which no page can draw. */
export const dialogWords = (language: Language): DialogWords => (language === "en" ? en : zh);
