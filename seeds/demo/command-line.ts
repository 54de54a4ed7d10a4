import { readFileSync } from "node:fs";
import { Command } from "commander";
import { COMMANDS } from "#main/cli/commands/all.ts";
import { CommandFailure, exitCodeOf, type Outcome } from "#main/cli/outcome.ts";
import type { Run } from "#main/cli/register.ts";
import type { Terminal } from "#main/cli/terminal.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import type { Language } from "#shared/plan/language.ts";
import { PLAN_FILE } from "./bundled-plan.ts";

/** The published sample passphrase of every workspace of the demonstration. Nobody else should ever use it. */
export const SAMPLE_PASSPHRASE = "样例口令-请勿用于实际";

export interface Ran {
  readonly code: number;
  readonly json: unknown;
  readonly text: readonly string[];
}

/** Runs one command of the command line in this process, which saves a second of starting up for each. */
export async function runCommand(args: readonly string[], at: string, language: Language): Promise<Ran> {
  let ran: Ran = { code: 3, json: null, text: [] };
  const run: Run = async (work) => {
    try {
      ran = answered(await work(terminalAt(at, language)));
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      ran = { code: exitCodeOf(error.failure), json: { error: error.failure }, text: [] };
    }
  };
  const program = new Command("taizhang").exitOverride().configureOutput({ writeErr: () => undefined });
  for (const register of COMMANDS) register(program, run);
  await program.parseAsync(args, { from: "user" });
  return ran;
}

const answered = ({ json, text, refused }: Outcome): Ran => ({ code: refused === true ? 1 : 0, json, text });

const terminalAt = (at: string, language: Language): Terminal => ({
  t: createTranslator(language === "zh" ? "zh-CN" : "en"),
  language,
  clock: () => new Date(at),
  bundledPlan: () => readFileSync(PLAN_FILE),
  newPassphrase: () => Promise.reject(new Error("no passphrase is changed here")),
  passphrase: () => Promise.resolve(SAMPLE_PASSPHRASE),
  context: { progress: () => undefined, signal: new AbortController().signal },
});
