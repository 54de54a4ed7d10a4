import { makeSnapshot } from "../../engine/rollup/snapshots.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { openForCommand, periodOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf } from "../terminal.ts";

export const registerSnapshot: RegisterCommands = (program, run) => {
  program
    .command("snapshot")
    .description("汇总定稿: freezes a period's roll-up under the next number")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--period <period>")
    .requiredOption("--comment <text>")
    .action((options: { workspace: string; period: string; comment: string }) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const { comment } = options;
        const made = valueOf(makeSnapshot(session, { period: periodOf(options.period), comment }));
        closeSession(session);
        return { json: made, text: [terminal.t("cli:snapshotMade", made)] };
      }),
    );
};
