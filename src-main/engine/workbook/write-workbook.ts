import { join } from "node:path";
import { appError } from "#shared/errors.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { previousPeriod } from "#shared/plan/calendar.ts";
import { fail, ok } from "#shared/result.ts";
import { sharesOf, type Share } from "#shared/workbook/departments.ts";
import type { Known } from "#shared/workbook/tables.ts";
import { splitWorkbook, templateWorkbook } from "#shared/workbook/template.ts";
import type { Workbook } from "#shared/workbook/workbook.ts";
import { writeFileDurably } from "../../bundle/durable-file.ts";
import { writeCsv } from "../../workbook/csv.ts";
import { writeXlsx } from "../../workbook/xlsx-write.ts";
import { prepareFolder } from "../bundles/archive.ts";
import { folderFailure } from "../file-failures.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { unitOf, type Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { bodyOf, readUnitPeriod, type UnitPeriod } from "../period/unit-period.ts";

export type WorkbookFormat = "xlsx" | "csv";

export interface WorkbookRequest {
  readonly unit: UnitKey;
  readonly period: Period;
}

export interface WrittenWorkbook {
  readonly file: string;
  readonly department: string;
}

/** 填报工作簿 of a unit, as far as it is filled in. A reporter writes its own; the office any. */
export function unitTemplate(session: Session, request: WorkbookRequest): Answer<Workbook> {
  const known = unitPeriodOf(session, request);
  return known.ok
    ? ok(templateWorkbook({ plan: session.plan, ...request, known: knownAnswers(known.value) }))
    : known;
}

export async function writeTemplate(
  session: Session,
  request: WorkbookRequest,
  format: WorkbookFormat,
  dir: string,
): Promise<Answer<{ readonly file: string }>> {
  const template = unitTemplate(session, request);
  return template.ok ? writeWorkbook(template.value, format, dir) : template;
}

/** The part of each department that the standing contacts name. */
export function splitShares(
  session: Session,
  request: WorkbookRequest,
): Answer<{ readonly shares: readonly Share[]; readonly known: Known }> {
  const read = unitPeriodOf(session, request);
  if (!read.ok) return read;
  const known = knownAnswers(read.value);
  return ok({ shares: sharesOf(session.plan, request.unit, request.period, known.answer), known });
}

export const workbookBytes = (workbook: Workbook, format: WorkbookFormat): Promise<Buffer> =>
  format === "csv" ? Promise.resolve(writeCsv(workbook)) : writeXlsx(workbook);

/** A workbook is for handing round. */
const SHARED_FILE_MODE = 0o644;

/** Writes one file into a folder, whole or not at all; its name is the workbook's. */
export async function writeWorkbook(
  workbook: Workbook,
  format: WorkbookFormat,
  dir: string,
): Promise<Answer<{ readonly file: string }>> {
  const folder = prepareFolder(dir);
  if (!folder.ok) return folder;
  const file = join(dir, `${workbook.name.replace(/[<>:"/\\|?*\s\p{Cc}\p{Cf}]/gu, "")}.${format}`);
  try {
    writeFileDurably(file, await workbookBytes(workbook, format), SHARED_FILE_MODE);
    return ok({ file });
  } catch (error) {
    const failure = folderFailure(error, dir);
    if (failure) return fail(failure);
    throw error;
  }
}

/** 分办工作簿, one file for each department, into a folder. */
export async function writeSplit(
  session: Session,
  request: WorkbookRequest,
  format: WorkbookFormat,
  dir: string,
): Promise<Answer<WrittenWorkbook[]>> {
  const split = splitShares(session, request);
  if (!split.ok) return split;
  const { shares, known } = split.value;
  const written: WrittenWorkbook[] = [];
  for (const share of shares) {
    const workbook = splitWorkbook({ plan: session.plan, ...request, known }, share);
    const file = await writeWorkbook(workbook, format, dir);
    if (!file.ok) return file;
    written.push({ file: file.value.file, department: share.department });
  }
  return ok(written);
}

function unitPeriodOf(session: Session, { unit, period }: WorkbookRequest): Answer<UnitPeriod> {
  const { plan, db, role } = session;
  if (unitOf(plan, unit) === undefined || (role === "reporter" && unit !== session.unit))
    return fail(appError("unknown-unit", { unit }));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  return ok(readUnitPeriod(db, plan, { unit, period }, { drafts: unit === session.unit }));
}

function knownAnswers({ plan, period, drafts, subjects, items, past }: UnitPeriod): Known {
  const before = previousPeriod(plan, period);
  return {
    answer: (item) => drafts.get(item)?.draft ?? bodyOf(subjects.get(item)?.current_body),
    previous: (item) => (before === undefined ? undefined : past(before, item)),
    rowsOf: (register) =>
      items.filter((item) => {
        const parts = parseItem(item);
        return parts.kind === "register" && parts.register === register && parts.key !== undefined;
      }),
  };
}
