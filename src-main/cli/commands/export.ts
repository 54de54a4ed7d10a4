import { appError } from "#shared/errors.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { findingsWorkbook } from "#shared/workbook/findings-workbook.ts";
import { exportLedger } from "../../engine/ledger/export-ledger.ts";
import { rollupBook } from "../../engine/rollup/export-rollup.ts";
import { unitFindings } from "../../engine/period/unit-findings.ts";
import type { Session } from "../../engine/session.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import {
  unitTemplate,
  writeSplit,
  writeWorkbook,
  type WorkbookFormat,
} from "../../engine/workbook/write-workbook.ts";
import { openForCommand, periodOf, unitKeyOf } from "../open.ts";
import { CommandFailure, type Outcome } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf, wrongUsage, type Terminal } from "../terminal.ts";
import { movedTo } from "../written-file.ts";

interface Options {
  readonly workspace: string;
  readonly what: string;
  readonly format: string;
  readonly out: string;
  readonly period?: string;
  readonly unit?: string;
}

export const registerExport: RegisterCommands = (program, run) => {
  program
    .command("export")
    .description(
      "template, split, rollup, errors as workbooks (docs/operations/workbooks.md); the ledger as JSON lines (docs/operations/audit.md)",
    )
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--what <content>", "template | split | rollup | errors | ledger")
    .requiredOption("--format <format>", "xlsx | csv; json for the ledger")
    .option("--period <period>", "of every content but the ledger")
    .option("--unit <key>", "on the office's workspace")
    .requiredOption("--out <file>", "for split a folder")
    .action((options: Options) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        try {
          return options.what === "ledger"
            ? await ledger(terminal, session, options)
            : await workbook(terminal, session, options);
        } finally {
          closeSession(session);
        }
      }),
    );
};

async function ledger(terminal: Terminal, session: Session, options: Options): Promise<Outcome> {
  if (options.format !== "json") throw notBuilt(options, "--what ledger --format json");
  const written = await movedTo(options.out, async (dir) => valueOf(await exportLedger(session, dir)));
  const { file, bundles, records } = written;
  return { json: written, text: [terminal.t("trace:exportDone", { file, bundles, records })] };
}

async function workbook(terminal: Terminal, session: Session, options: Options): Promise<Outcome> {
  const { what, out } = options;
  const format = formatOf(options);
  if (options.period === undefined) throw wrongUsage("--period");
  const period = periodOf(options.period);
  const unit = options.unit === undefined ? session.unit : unitKeyOf(options.unit);
  const one = async (written: Parameters<typeof writeWorkbook>[0]): Promise<Outcome> => {
    const { file } = await movedTo(out, async (dir) => valueOf(await writeWorkbook(written, format, dir)));
    return { json: { file }, text: [terminal.t("cli:written", { file })] };
  };
  switch (what) {
    case "template":
      return one(valueOf(unitTemplate(session, { unit, period })));
    case "split": {
      const files = valueOf(await writeSplit(session, { unit, period }, format, out));
      return { json: { files }, text: files.map(({ file }) => terminal.t("cli:written", { file })) };
    }
    case "rollup":
      return one(valueOf(rollupBook(session, period, false)));
    case "errors": {
      const units =
        session.role === "office" && options.unit === undefined
          ? reportingUnits(session.plan, period).map(({ key }) => key)
          : [unit];
      const found = units.map((each) => ({
        unit: each,
        findings: valueOf(unitFindings(session, each, period)),
      }));
      return one(findingsWorkbook(session.plan, period, found));
    }
    default:
      throw notBuilt(options, "--what template | split | rollup | errors | ledger");
  }
}

function formatOf(options: Options): WorkbookFormat {
  const { format } = options;
  if (format === "xlsx" || format === "csv") return format;
  throw notBuilt(options, "--format xlsx | csv");
}

const notBuilt = ({ what, format }: Options, use: string): CommandFailure =>
  new CommandFailure(appError("export-not-built", { what, format, use }));
