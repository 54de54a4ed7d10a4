import { stdin, stderr } from "node:process";
import { appError } from "#shared/errors.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { CommandFailure } from "./outcome.ts";

/** `TAIZHANG_PASSPHRASE`, else typed on the terminal without showing it. Never an argument: those are seen by others. */
export function askPassphrase(t: Translate): Promise<string> {
  const given = process.env["TAIZHANG_PASSPHRASE"];
  if (given !== undefined && given !== "") return Promise.resolve(given);
  if (!stdin.isTTY) return Promise.reject(new CommandFailure(appError("locked-key")));
  stderr.write(t("cli:passphrase"));
  return typedUnseen();
}

/** The one to replace it: `TAIZHANG_NEW_PASSPHRASE`, else typed likewise. */
export function askNewPassphrase(t: Translate): Promise<string> {
  const given = process.env["TAIZHANG_NEW_PASSPHRASE"];
  if (given !== undefined && given !== "") return Promise.resolve(given);
  if (!stdin.isTTY) return Promise.reject(new CommandFailure(appError("weak-passphrase", { least: "10" })));
  stderr.write(t("cli:newPassphrase"));
  return typedUnseen();
}

function typedUnseen(): Promise<string> {
  return new Promise((resolve) => {
    let typed = "";
    stdin.setRawMode(true).resume().setEncoding("utf8");
    const onData = (text: string) => {
      for (const character of text) {
        if (character === "\u0003") process.exit(130);
        if (character === "\r" || character === "\n") {
          stdin.setRawMode(false).pause().off("data", onData);
          stderr.write("\n");
          resolve(typed);
          return;
        }
        typed = character === "\u007f" ? typed.slice(0, -1) : typed + character;
      }
    };
    stdin.on("data", onData);
  });
}
