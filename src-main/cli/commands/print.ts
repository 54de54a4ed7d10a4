import { join, resolve } from "node:path";
import { appError } from "#shared/errors.ts";
import { isCitySheet, isLetter, sheetSchema, type Sheet } from "#shared/paper/sheets.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { unitsToRemind } from "../../engine/paper/office-paper.ts";
import { sheetModel } from "../../engine/paper/paper.ts";
import { unitsWithReceipt } from "../../engine/paper/receipt-paper.ts";
import type { Session } from "../../engine/session.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { CommandFailure } from "../outcome.ts";
import { openForCommand, periodOf, unitKeyOf } from "../open.ts";
import { printSheets } from "../print-sheets.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf, wrongUsage } from "../terminal.ts";

interface Options {
  readonly workspace: string;
  readonly sheet: string;
  readonly unit?: string;
  readonly period?: string;
  readonly blank?: boolean;
  readonly department?: string;
  readonly out: string;
}

export const registerPrint: RegisterCommands = (program, run) => {
  program
    .command("print")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--sheet <name>", sheetSchema.options.join(" | "))
    .option("--unit <key>", "on the office's workspace; without it every unit that the sheet is for")
    .option("--period <period>")
    .option("--blank", "for handwriting")
    .option("--department <name>", "of the split sheet; without it every department")
    .requiredOption("--out <file>", "a .pdf file for one sheet, a folder for several")
    .action((options: Options) =>
      run(async (terminal) => {
        const sheet = sheetSchema.safeParse(options.sheet);
        if (!sheet.success) throw wrongUsage("--sheet");
        const session = openForCommand(terminal, options.workspace);
        const period = options.period === undefined ? undefined : periodOf(options.period);
        if (isCitySheet(sheet.data) && options.unit !== undefined) throw wrongUsage("--unit");
        const units =
          options.unit === undefined ? unitsOf(session, sheet.data, period) : [unitKeyOf(options.unit)];
        const isFile = /\.pdf$/i.test(options.out);
        if (isFile && units.length > 1) throw wrongUsage("--out");
        const jobs = units.map((unit): { model: SheetModel; out: string } => ({
          model: valueOf(
            sheetModel(session, {
              sheet: sheet.data,
              unit,
              period,
              blank: options.blank === true,
              department: options.department,
            }),
          ),
          out: isFile
            ? resolve(options.out)
            : join(resolve(options.out), fileName(sheet.data, unit, period, options.blank === true)),
        }));
        closeSession(session);
        const files = valueOf(await printSheets(jobs));
        return {
          json: { files },
          text: files.map(({ file, pages }) => terminal.t("cli:printed", { file, count: pages })),
        };
      }),
    );
};

/** Without a unit: the laptop's own; on the office's, every unit that the sheet is for. */
function unitsOf(session: Session, sheet: Sheet, period: Period | undefined): readonly UnitKey[] {
  if (session.role === "reporter") return [session.unit];
  if (isCitySheet(sheet)) return [session.plan.officeUnit];
  if (!isLetter(sheet)) return reportingUnits(session.plan, period).map(({ key }) => key);
  if (period === undefined) throw wrongUsage("--period");
  const isReminder = sheet === "reminder";
  const units = valueOf((isReminder ? unitsToRemind : unitsWithReceipt)(session, period));
  if (units.length > 0) return units;
  throw new CommandFailure(appError(isReminder ? "nothing-missing" : "no-receipt", { unit: "", period }));
}

const fileName = (sheet: string, unit: string, period: string | undefined, blank: boolean): string =>
  `${[sheet, unit, ...(period === undefined ? [] : [period]), ...(blank ? ["blank"] : [])].join("-")}.pdf`;
