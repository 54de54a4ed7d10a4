import type { AppError } from "#shared/errors.ts";

/** What a command has to say: one JSON document, the same for people, and whether something was refused. */
export interface Outcome {
  readonly json: unknown;
  readonly text: readonly string[];
  readonly refused?: boolean;
}

/** Ends a command with an expected failure; caught once, in `cli.ts`. */
export class CommandFailure extends Error {
  readonly failure: AppError;
  constructor(failure: AppError) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Codes that say the command was called wrongly; all others say that something was refused. */
const WRONG_USAGE: ReadonlySet<AppError["code"]> = new Set([
  "not-a-workspace",
  "workspace-exists",
  "file-not-found",
  "file-unreadable",
  "folder-not-writable",
  "unknown-unit",
  "unknown-department",
  "unknown-period",
  "unknown-item",
  "unknown-revision",
  "unknown-indicator",
  "chain-needed",
  "export-not-built",
  "workbook-unreadable",
  "workbook-too-large",
  "workbook-without-cover",
  "workbook-of-other-unit",
  "invalid-input",
  "invalid-plan",
  "invalid-time",
  "comment-required",
  "fingerprint-incomplete",
  "weak-passphrase",
  "wrong-role",
]);

/** 0 done; 1 done with something refused; 2 wrong usage; 3 unexpected failure. */
export const exitCodeOf = ({ code }: AppError): 1 | 2 | 3 =>
  code === "unexpected" ? 3 : WRONG_USAGE.has(code) ? 2 : 1;
