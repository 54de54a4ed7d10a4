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

/** Reads the app's own arguments; Chromium's and the debugger's are left alone. Throws on an `--at` that is no time. */
export function parseAppArguments(argv: readonly string[]): AppArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      workspace: { type: "string" },
      "print-job": { type: "string" },
      at: { type: "string" },
      "user-data-dir": { type: "string" },
    },
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
