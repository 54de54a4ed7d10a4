import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { entriesFileSchema, entriesToDrafts, type EntriesFile } from "#shared/entries/entries-file.ts";
import { appError } from "#shared/errors.ts";
import { workbookAuthor, workbookRowSentence } from "#shared/i18n/workbook-text.ts";
import type { WorkbookRow } from "#shared/ipc/workbook-view.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { DraftChange } from "../engine/entry/draft-changes.ts";
import { fileFailure } from "../engine/file-failures.ts";
import { previewWorkbook } from "../engine/workbook/read-workbook.ts";
import type { Session } from "../engine/session.ts";
import { CommandFailure } from "./outcome.ts";
import { valueOf, wrongUsage, type Terminal } from "./terminal.ts";

export interface EntriesIn {
  readonly period: Period;
  readonly changes: readonly DraftChange[];
  /** Undefined: whoever the workspace is in the name of. */
  readonly author?: string;
  /** Cells of a workbook that were not taken in; null for a JSON file. */
  readonly rows: readonly RefusedRow[] | null;
}

interface RefusedRow extends Pick<WorkbookRow, "sheet" | "row" | "label" | "typed" | "result" | "why"> {
  readonly message: string;
}

/** The drafts in a file: answers as JSON, or a workbook as XLSX or CSV. Wrong values are drafts as well. */
export async function entriesIn(terminal: Terminal, session: Session, file: string): Promise<EntriesIn> {
  const ending = extname(file).toLowerCase();
  if (ending === ".xlsx" || ending === ".csv") return workbookEntries(terminal, session, file);
  const entries = readEntries(file);
  const changes = entriesToDrafts(entries);
  const twice = changes.find(({ item }, index) => changes.findIndex((each) => each.item === item) < index);
  if (twice) throw wrongUsage(`${file}: ${twice.item}`);
  return { period: entries.period, changes, rows: null };
}

async function workbookEntries(terminal: Terminal, session: Session, file: string): Promise<EntriesIn> {
  const preview = valueOf(await previewWorkbook(session, file));
  const { t, language } = terminal;
  const refused = preview.rows.filter(({ why }) => why !== null);
  return {
    period: preview.period,
    changes: preview.changes,
    author: workbookAuthor(t, session.officer, preview),
    rows: refused.map((row) => {
      const { sheet, row: number, label, typed, result, why } = row;
      const message = workbookRowSentence(t, session.plan, row, language);
      return { sheet, row: number, label, typed, result, why, message };
    }),
  };
}

function readEntries(file: string): EntriesFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CommandFailure(
      fileFailure(error, file) ?? appError("invalid-input", { where: `${file}: JSON` }),
    );
  }
  const entries = entriesFileSchema.safeParse(parsed);
  if (entries.success) return entries.data;
  const where = entries.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).slice(0, 5);
  throw new CommandFailure(appError("invalid-input", { where: `${file}: ${where.join("; ")}` }));
}
