import { writeReceipt } from "../../engine/receipt.ts";
import { closeSession } from "../../engine/workspace.ts";
import { openUnlocked, unitKeyOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf } from "../terminal.ts";
import { movedTo } from "../written-file.ts";

export const registerReceipt: RegisterCommands = (program, run) => {
  program
    .command("receipt")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--unit <key>")
    .requiredOption("--out <file>")
    .option("--plain", "leave the bundle unencrypted")
    .action((options: { workspace: string; unit: string; out: string; plain?: boolean }) =>
      run(async (terminal) => {
        const session = await openUnlocked(terminal, options.workspace);
        const unit = unitKeyOf(options.unit);
        const { file, digest, decisions } = await movedTo(options.out, async (dir) =>
          valueOf(await writeReceipt(session, unit, dir, { encrypt: options.plain !== true })),
        );
        closeSession(session);
        return {
          json: { file, digest, decisions },
          text: [terminal.t("cli:written", { file }), terminal.t("cli:digest", { digest })],
        };
      }),
    );
};
