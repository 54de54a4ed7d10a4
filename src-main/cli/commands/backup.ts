import { backUp } from "../../engine/backup/backup.ts";
import { examine } from "../../engine/backup/doctor.ts";
import { restoreBackup } from "../../engine/backup/restore.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { openForCommand } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf } from "../terminal.ts";

/** Keeping a workspace: a backup, a workspace from one, and what ails it. */
export const registerBackup: RegisterCommands = (program, run) => {
  program
    .command("backup")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--out <file>")
    .action((options: { workspace: string; out: string }) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const backup = valueOf(await backUp(session, options.out));
        closeSession(session);
        return { json: backup, text: [terminal.t("cli:written", { file: backup.file })] };
      }),
    );
  program.command("restore <file> <dir>").action((file: string, dir: string) =>
    run(async (terminal) => {
      const session = valueOf(await restoreBackup(terminal, file, dir));
      const { dir: workspace, role, unit } = session;
      closeSession(session);
      return { json: { workspace, role, unit }, text: [terminal.t("cli:restored", { workspace })] };
    }),
  );
  program
    .command("doctor")
    .requiredOption("-w, --workspace <dir>")
    .action((options: { workspace: string }) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const findings = await examine(session);
        closeSession(session);
        return {
          json: { ok: findings.length === 0, findings },
          text:
            findings.length === 0
              ? [terminal.t("cli:sound")]
              : findings.map(({ ailment, detail }) =>
                  [terminal.t(`cli:ailment-${ailment}`), detail && `(${detail})`].filter(Boolean).join(" "),
                ),
          refused: findings.length > 0,
        };
      }),
    );
};
