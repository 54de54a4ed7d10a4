import type { z } from "zod";
import { parseCanonical, RECORD_DEPTH } from "#shared/ledger/canonical.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import { suiteByName } from "../keys/suites.ts";

export type DocumentProblem = "newer-format" | "bad-encoding";

/** A signed JSON object in its one allowed form, `format` and `v` checked first. */
export function readDocument<T>(
  bytes: Uint8Array,
  { format, schema, maxDepth }: { format: string; schema: z.ZodType<T>; maxDepth: number },
): Result<T, DocumentProblem> {
  const parsed = parseCanonical(bytes, { maxDepth });
  if (!parsed.ok) return parsed;
  const head = membersOf(parsed.value);
  if (head.format === format && typeof head.v === "number" && head.v > 1) return fail("newer-format");
  const value = schema.safeParse(parsed.value);
  return value.success ? ok(value.data) : fail("bad-encoding");
}

/** The suite that a document names, whatever else is wrong with it; null where it names none that is supported. */
export function suiteNamedIn(bytes: Uint8Array): SignatureSuite | null {
  const parsed = parseCanonical(bytes, { maxDepth: RECORD_DEPTH });
  const { suite } = membersOf(parsed.ok ? parsed.value : null);
  return typeof suite === "string" ? suiteByName(suite) : null;
}

/** Members to look at before the whole is known to fit a schema. */
export function membersOf(value: unknown): { format?: unknown; v?: unknown; suite?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}
