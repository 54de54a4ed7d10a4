import type { SignatureSuite } from "./suite.ts";
import { suiteByName } from "./suites.ts";

export type DocumentProblem = "newer-format" | "unsupported-suite" | "bad-encoding";

/**
 * What `format`, `v` and `suite` say of a signed object before anything else of it is looked at: they keep their
 * places in every version. `expected` is the suite of the bundle, null where none is known.
 */
export function headProblem(
  value: unknown,
  format: string,
  expected: SignatureSuite | null = null,
): DocumentProblem | null {
  const head = membersOf(value);
  if (head.format !== format) return "bad-encoding";
  if (typeof head.v === "number" && head.v > 1) return "newer-format";
  if (typeof head.suite !== "string") return null;
  const suite = suiteByName(head.suite);
  return suite === null || (expected !== null && suite !== expected) ? "unsupported-suite" : null;
}

function membersOf(value: unknown): { format?: unknown; v?: unknown; suite?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}
