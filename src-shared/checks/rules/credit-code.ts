import { checkCreditCode } from "../../plan/credit-code.ts";
import type { RuleCheck } from "../check-context.ts";

/** Letters that GB 32100 leaves out because they look like digits. */
const ALPHABET = "0–9、A–Z（I O S V Z 除外）";

/** The key of a row whose enterprise has no code (旧证、境外). */
export const isLocalKey = (key: string): boolean => /^(本地|local)[-—–]./iu.test(key);

/** A wrong character of a unified social credit code, with its position. A wrong length is a built-in finding. */
export const creditCode: RuleCheck = (_context, _rule, answer) => {
  if (answer.kind !== "row" || answer.register.key.kind !== "credit-code" || isLocalKey(answer.key))
    return [];
  const check = checkCreditCode(answer.key.toUpperCase());
  if (check.ok || check.problem === "length") return [];
  const expected = check.problem === "check-character" ? check.expected : ALPHABET;
  return [
    {
      input: "key",
      params: { value: answer.key, position: String(check.position), expected, found: check.found },
    },
  ];
};
