import { randomUUID } from "node:crypto";
import { stdin, stderr, stdout } from "node:process";
import { Command, CommanderError } from "commander";
import plan from "#seeds/yichun-869/plan.json" with { type: "json" };
import { appError, type AppError } from "#shared/errors.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { isTime } from "#shared/ledger/text.ts";
import type { Language } from "#shared/plan/language.ts";

import { COMMANDS } from "./cli/commands/all.ts";
import { CommandFailure, exitCodeOf, type Outcome } from "./cli/outcome.ts";
import { askNewPassphrase, askPassphrase } from "./cli/passphrase.ts";
import type { Run } from "./cli/register.ts";
import { valueOf, wrongUsage, type Terminal } from "./cli/terminal.ts";
import { usageSentence } from "./cli/usage.ts";
import { selfTest } from "./engine/workspace/self-test.ts";
import { storeFailure } from "./store/store-failures.ts";

/** Composition root of the command line. */

interface GlobalOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly at?: string;
}

// NOTE: `npm run` moves to the project's folder; paths that people type belong to theirs.
if (process.env["npm_lifecycle_event"] === "taizhang" && process.env["INIT_CWD"] !== undefined) {
  process.chdir(process.env["INIT_CWD"]);
}

const program = new Command("taizhang")
  .option("--json", "one JSON document on stdout")
  .option("--lang <language>", "zh | en")
  .option("--at <time>", "clock for tests and demonstrations")
  .exitOverride()
  .configureOutput({ writeErr: (text) => void stderr.write(text), outputError: () => undefined });

const run: Run = async (work) => {
  const options = program.opts<GlobalOptions>();
  const language = languageOf(options.lang);
  const t = createTranslator(language === "zh" ? "zh-CN" : "en");
  try {
    valueOf(selfTest());
    const outcome = await work(terminalOf(options, language, t));
    print(options, outcome);
    process.exitCode = outcome.refused === true ? 1 : 0;
  } catch (error) {
    fail(t, options, error);
  }
};

for (const register of COMMANDS) register(program, run);

function terminalOf({ lang, at: time }: GlobalOptions, language: Language, t: Translate): Terminal {
  if (lang !== undefined && lang !== "zh" && lang !== "en") throw wrongUsage("--lang");
  if (time !== undefined && (!isTime(fullTime(time)) || process.versions.electron !== undefined)) {
    throw new CommandFailure(appError("invalid-time", { at: time }));
  }
  const at = time === undefined ? null : new Date(fullTime(time));
  return {
    t,
    language,
    clock: () => at ?? new Date(),
    bundledPlan: () => toCanonicalBytes(plan),
    passphrase: () => askPassphrase(t),
    newPassphrase: () => askNewPassphrase(t),
    context: {
      progress: (done, total) => {
        if (stderr.isTTY && stdin.isTTY && total > 1)
          stderr.write(`\r${done}/${total}${done === total ? "\n" : ""}`);
      },
      signal: new AbortController().signal,
    },
  };
}

/** `2024-04-03T01:02:03Z` is what people write; milliseconds are the format's. */
function fullTime(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? text.replace("Z", ".000Z") : text;
}

function languageOf(lang: string | undefined): Language {
  const wanted = lang ?? process.env["LC_ALL"] ?? process.env["LC_MESSAGES"] ?? process.env["LANG"] ?? "";
  return wanted.toLowerCase().startsWith("en") ? "en" : "zh";
}

function print({ json }: GlobalOptions, outcome: Outcome): void {
  stdout.write(
    json === true ? `${JSON.stringify(outcome.json)}\n` : outcome.text.map((line) => `${line}\n`).join(""),
  );
}

function fail(t: Translate, { json }: GlobalOptions, error: unknown): void {
  const failure = failureOf(error);
  const message = [errorSentence(t, failure), where(failure)].filter(Boolean).join(" ");
  if (json === true)
    stdout.write(`${JSON.stringify({ error: { code: failure.code, message, params: failure.params } })}\n`);
  else stderr.write(`${message}\n`);
  process.exitCode = exitCodeOf(failure);
}

/** The unknown gets an id, and its trace goes to stderr under that id. */
function failureOf(error: unknown): AppError {
  if (error instanceof CommandFailure) return error.failure;
  const ofStore = storeFailure(error);
  if (ofStore) return ofStore;
  const id = randomUUID().slice(0, 8);
  stderr.write(`[${id}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return appError("unexpected", { id });
}

function where({ code, params }: AppError): string {
  if (code === "unexpected") return "";
  return `(${[code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(" ")})`;
}

try {
  // NOTE: in the installed app's Node the script still stands before the arguments.
  await program.parseAsync(process.argv.slice(2), { from: "user" });
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
  if (error.exitCode !== 0) sayUsage(error);
}

function sayUsage(error: CommanderError): void {
  const { json, lang } = program.opts<GlobalOptions>();
  const t = createTranslator(languageOf(lang) === "zh" ? "zh-CN" : "en");
  const message = usageSentence(t, error);
  if (json === true) stdout.write(`${JSON.stringify({ error: { code: "usage", message } })}\n`);
  else stderr.write(`${message}\n`);
}
