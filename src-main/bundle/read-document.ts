import { parseCanonical, RECORD_DEPTH } from "#shared/ledger/canonical.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { headProblem } from "../keys/document-head.ts";
import type { DocumentProblem } from "../keys/document-head.ts";
import type { SignatureSuite } from "../keys/suite.ts";
import type { DocumentForm } from "./document-forms.ts";

/** A signed JSON object in its one allowed form, `format`, `v` and `suite` checked first. */
export function readDocument<T>(
  bytes: Uint8Array,
  { format, schema, maxDepth = RECORD_DEPTH, certificate }: DocumentForm<T>,
  suite: SignatureSuite | null,
): Result<T, DocumentProblem> {
  const parsed = parseCanonical(bytes, { maxDepth });
  if (!parsed.ok) return parsed;
  const problem =
    headProblem(parsed.value, format, suite) ??
    (certificate === undefined ? null : headProblem(memberOf(parsed.value), certificate, suite));
  if (problem !== null) return fail(problem);
  const value = schema.safeParse(parsed.value);
  return value.success ? ok(value.data) : fail("bad-encoding");
}

function memberOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "certificate" in value ? value.certificate : null;
}
