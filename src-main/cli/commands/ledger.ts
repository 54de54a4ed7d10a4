import { ledgerDigest, verifyLedger } from "../../engine/ledger/ledger-audit.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { openForCommand } from "../open.ts";
import type { RegisterCommands } from "../register.ts";

export const registerLedger: RegisterCommands = (program, run) => {
  const ledger = program.command("ledger");
  ledger
    .command("digest")
    .requiredOption("-w, --workspace <dir>")
    .action((options: { workspace: string }) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const digest = ledgerDigest(session);
        closeSession(session);
        return {
          json: digest,
          text: [
            digest.digest,
            terminal.t("cli:ledgerCounts", { revisions: digest.revisions, decisions: digest.decisions }),
          ],
        };
      }),
    );
  ledger
    .command("verify")
    .requiredOption("-w, --workspace <dir>")
    .action((options: { workspace: string }) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const audited = await verifyLedger(session);
        const digest = ledgerDigest(session);
        closeSession(session);
        return audited.ok
          ? { json: audited.value, text: [terminal.t("cli:ledgerSound"), digest.digest] }
          : {
              json: { ...digest, problems: audited.error },
              text: audited.error.map(({ kind, what }) => `${terminal.t(`cli:problem-${kind}`)} ${what}`),
              refused: true,
            };
      }),
    );
};
