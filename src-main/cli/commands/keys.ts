import { renewKeys } from "../../engine/workspace/renew-keys.ts";
import { changeSessionPassphrase } from "../../engine/workspace/session-keys.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { grouped } from "../grouped.ts";
import { openForCommand } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf } from "../terminal.ts";

/** The workspace's own keys: another passphrase for them, or new ones where theirs is lost. */
export const registerKeys: RegisterCommands = (program, run) => {
  const keys = program.command("keys");
  keys
    .command("passphrase")
    .requiredOption("-w, --workspace <dir>")
    .action((options: { workspace: string }) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const [old, fresh] = [await terminal.passphrase(), await terminal.newPassphrase()];
        valueOf(await changeSessionPassphrase(session, old, fresh));
        closeSession(session);
        return { json: { changed: true }, text: [terminal.t("cli:passphraseChanged")] };
      }),
    );
  keys
    .command("renew")
    .requiredOption("-w, --workspace <dir>")
    .option("--root", "on a PC of the office: make a new root too")
    .action((options: { workspace: string; root?: boolean }) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const passphrase = await terminal.newPassphrase();
        const renewed = valueOf(await renewKeys(session, { passphrase, withRoot: options.root === true }));
        closeSession(session);
        const { device, fingerprint, decisions } = renewed;
        return {
          json: renewed,
          text:
            fingerprint === null
              ? [terminal.t("cli:keysRenewed", { device })]
              : [
                  terminal.t("cli:rootRenewed", { decisions }),
                  terminal.t("cli:fingerprint", { fingerprint: grouped(fingerprint) }),
                ],
        };
      }),
    );
};
