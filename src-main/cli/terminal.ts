import type { Translate } from "#shared/i18n/words.ts";
import type { Language } from "#shared/plan/language.ts";
import type { EngineDependencies } from "../engine/session.ts";
import { appError } from "#shared/errors.ts";
import type { Answer, CallContext } from "../engine/types.ts";
import { CommandFailure } from "./outcome.ts";

/** What commands are given from outside. */
export interface Terminal extends EngineDependencies {
  readonly t: Translate;
  readonly language: Language;
  /** From `TAIZHANG_PASSPHRASE` or a prompt; never from an argument. */
  readonly passphrase: () => Promise<string>;
  /** From `TAIZHANG_NEW_PASSPHRASE` or a prompt. */
  readonly newPassphrase: () => Promise<string>;
  /** Progress on stderr, only on a terminal. */
  readonly context: CallContext;
}

/** The value of an answer, or the end of the command with its failure. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new CommandFailure(answer.error);
}

export const wrongUsage = (where: string): CommandFailure =>
  new CommandFailure(appError("invalid-input", { where }));
