import { isLocalKey } from "#shared/checks/rules/credit-code.ts";
import { checkCreditCode } from "#shared/plan/credit-code.ts";
import type { Register } from "#shared/plan/schema.ts";
import type { Translate } from "#shared/i18n/words.ts";

export const CREDIT_CODE_LENGTH = 18;

/** Whether the key has to be a credit code: rows of enterprises without one (旧证、境外) carry a local key. */
export const isCreditCode = (register: Register, key: string): boolean =>
  register.key.kind === "credit-code" && !isLocalKey(key);

/** What is wrong with a row's key, with the place of a wrong character; null where nothing is. */
export function keyProblem(t: Translate, register: Register, key: string, taken: boolean): string | null {
  if (key === "") return null;
  if (key.includes("/")) return t("registers:keySlash");
  if (taken) return t("registers:keyTaken");
  if (!isCreditCode(register, key)) return null;
  const check = checkCreditCode(key);
  if (check.ok) return null;
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
