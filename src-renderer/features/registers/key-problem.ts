import { checkCreditCode } from "#shared/plan/credit-code.ts";
import type { Register } from "#shared/plan/schema.ts";
import type { Translate } from "#shared/i18n/words.ts";

export const CREDIT_CODE_LENGTH = 18;

/** What is wrong with a row's key, with the place of a wrong character; null where nothing is. */
export function keyProblem(t: Translate, register: Register, key: string, taken: boolean): string | null {
  if (key === "") return null;
  if (key.includes("/")) return t("registers:keySlash");
  if (taken) return t("registers:keyTaken");
  if (register.key.kind !== "credit-code") return null;
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
