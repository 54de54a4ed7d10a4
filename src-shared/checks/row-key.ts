import { checkCreditCode, type CreditCodeCheck } from "../plan/credit-code.ts";
import { itemSchema } from "../plan/ids.ts";
import type { Register } from "../plan/schema.ts";
import { isLocalKey } from "./rules/credit-code.ts";
import { cleanLine } from "./typed.ts";

/** Whether the key has to be a credit code: rows of enterprises without one (旧证、境外) carry a local key. */
export const isCreditCode = (register: Register, key: string): boolean =>
  register.key.kind === "credit-code" && !isLocalKey(key);

/**
 * A key as the format has it: NFC, trimmed, without invisible marks; a credit code in upper case, without the spaces
 * that people set between its parts and with half-width signs.
 */
export function writtenKey(register: Register, typed: string): string {
  const key = cleanLine(typed);
  return isCreditCode(register, key) ? key.normalize("NFKC").replace(/\s+/g, "").toUpperCase() : key;
}

export type KeyProblem =
  | { readonly kind: "missing" }
  /** No row can be kept under it: a `/`, or longer than an item may be. */
  | { readonly kind: "unusable" }
  | { readonly kind: "code"; readonly check: Exclude<CreditCodeCheck, { readonly ok: true }> };

/** What is wrong with a written key; null where nothing is. A wrong code can still be kept as a draft. */
export function keyProblemOf(register: Register, key: string): KeyProblem | null {
  if (key === "") return { kind: "missing" };
  if (!itemSchema.safeParse(`register:${register.id}/${key}`).success) return { kind: "unusable" };
  if (!isCreditCode(register, key)) return null;
  const check = checkCreditCode(key);
  return check.ok ? null : { kind: "code", check };
}
