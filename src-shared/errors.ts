/**
 * Every failure that a person can cause or meet, as a closed set. The sentence for each (what is wrong, where,
 * what to do next) stands in `i18n` under `errors.<code>`; `params` fill its blanks.
 */
export const errorCodes = [
  "no-workspace",
  "workspace-exists",
  "folder-not-writable",
  "disk-full",
  "file-not-found",
  "file-unreadable",
  "not-a-workspace",
  "newer-workspace",
  "damaged-workspace",
  "workspace-in-use",
  "wrong-role",
  "unknown-unit",
  "unknown-period",
  "unknown-item",
  "invalid-plan",
  "invalid-input",
  "no-plan-bundle",
  "fingerprint-mismatch",
  "fingerprint-incomplete",
  "no-key",
  "key-exists",
  "wrong-passphrase",
  "locked-key",
  "weak-passphrase",
  "damaged-key",
  "no-key-store",
  "not-enrolled",
  "no-root",
  "no-trusted-office",
  "outside-certificate",
  "device-mismatch",
  "unknown-device",
  "suite-mismatch",
  "self-test-failed",
  "already-granted",
  "nothing-to-submit",
  "nothing-to-receipt",
  "nothing-to-exchange",
  "nothing-to-recover",
  "no-sister",
  "no-recipient",
  "unknown-bundle",
  "period-locked",
  "comment-required",
  "nothing-to-decide",
  "conflict-undecided",
  "no-conflict",
  "unknown-revision",
  "merge-disputed",
  "write-failed",
  "bundle-rejected",
  "bundle-missing",
  "invalid-time",
  "no-browser",
  "print-failed",
  "not-built",
  "unexpected",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface AppError {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string>>;
}

export const appError = (code: ErrorCode, params: Readonly<Record<string, string>> = {}): AppError => ({
  code,
  params,
});
