import { appError } from "#shared/errors.ts";
import { exportLedger } from "../../engine/export-ledger.ts";
import { closeSession } from "../../engine/workspace.ts";
import { openForCommand } from "../open.ts";
import { CommandFailure } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf } from "../terminal.ts";
import { movedTo } from "../written-file.ts";

interface Options {
  readonly workspace: string;
  readonly what: string;
  readonly format: string;
  readonly out: string;
}

export const registerExport: RegisterCommands = (program, run) => {
  program
    .command("export")
    .description("the ledger with all that proves it, as JSON lines; see docs/operations/audit.md")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--what <content>", "ledger")
    .requiredOption("--format <format>", "json")
    .requiredOption("--out <file>")
    .action(({ workspace, what, format, out }: Options) =>
      run(async (terminal) => {
        if (what !== "ledger" || format !== "json")
          throw new CommandFailure(
            appError("export-not-built", { what, format, use: "--what ledger --format json" }),
          );
        const session = openForCommand(terminal, workspace);
        const written = await movedTo(out, async (dir) => valueOf(await exportLedger(session, dir)));
        closeSession(session);
        const { file, bundles, records } = written;
        return { json: written, text: [terminal.t("trace:exportDone", { file, bundles, records })] };
      }),
    );
};
