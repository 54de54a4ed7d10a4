import { parseArgs } from "node:util";

export interface AppArguments {
  /** Workspace to open at start. */
  readonly workspace: string | null;
  /** Print mode: file that lists what to print. */
  readonly printJob: string | null;
  /** Instant at which the program's clock starts, for demonstrations and tests; refused in a packaged app. */
  readonly at: Date | null;
  /** Folder for preferences and logs instead of the system's. */
  readonly userData: string | null;
}

const text = (value: string | boolean | undefined): string | null =>
  typeof value === "string" && value !== "" ? value : null;

const options = {
  workspace: { type: "string" },
  "print-job": { type: "string" },
  at: { type: "string" },
  "user-data-dir": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const WORD = /^[a-z][a-z-]*$/;

/**
 * What was typed after `taizhang` in a shell, where that is a command and not a wish for the window: a word that is no
 * file's path, or `--help`. From a checkout the app's folder stands in front of it.
 */
export function commandIn(argv: readonly string[], isPackaged: boolean): readonly string[] | null {
  const { values, tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options,
  });
  const words = tokens.filter((token) => token.kind === "positional");
  const folder = isPackaged ? undefined : words.shift();
  const typed = argv.slice(folder === undefined ? 0 : folder.index + 1);
  return values["help"] === true || WORD.test(words[0]?.value ?? "") ? typed : null;
}

/** Reads the app's own arguments; Chromium's and the debugger's are left alone. Throws on an `--at` that is no time. */
export function parseAppArguments(argv: readonly string[]): AppArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options,
  });
  const at = text(values["at"]);
  const instant = at === null ? null : new Date(at);
  if (instant !== null && Number.isNaN(instant.getTime())) throw new Error(`--at is not a time: ${at}`);
  return {
    workspace: text(values["workspace"]),
    printJob: text(values["print-job"]),
    at: instant,
    userData: text(values["user-data-dir"]),
  };
}
