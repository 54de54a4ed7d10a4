import { isCreditCode, keyProblemOf, type KeyProblem } from "#shared/checks/row-key.ts";
import type { Register } from "#shared/plan/schema.ts";
import type { Translate } from "#shared/i18n/words.ts";

export const CREDIT_CODE_LENGTH = 18;

/** What is wrong with a typed key, with the place of a wrong character; null where nothing is, or nothing is typed. */
export function keyProblem(t: Translate, register: Register, key: string, taken: boolean): string | null {
  if (key === "") return null;
  if (taken) return t("registers:keyTaken");
  const problem = keyProblemOf(register, key);
  return problem === null ? null : keySentence(t, register, problem);
}

export function keySentence(t: Translate, register: Register, problem: KeyProblem): string {
  if (problem.kind === "missing") return t("registerPaste:keyMissing", { key: register.key.name });
  if (problem.kind === "unusable") return t("registers:keySlash");
  const { check } = problem;
  switch (check.problem) {
    case "length": {
      const count = Math.abs(CREDIT_CODE_LENGTH - check.length);
      return check.length < CREDIT_CODE_LENGTH
        ? t("registers:keyShort", { count })
        : t("registers:keyLong", { count });
    }
    case "character":
      return t("registers:keyCharacter", { position: check.position, found: check.found });
    case "check-character":
      return t("registers:keyCheck", { found: check.found });
  }
}

/** A credit code in two parts: the place it is registered in, and the rest. */
export const spacedKey = (register: Register, key: string): string =>
  isCreditCode(register, key) && key.length > 8 ? `${key.slice(0, 8)} ${key.slice(8)}` : key;
