import { expect, test } from "vitest";
import { parseCanonical, RECORD_DEPTH, toCanonicalText } from "#shared/ledger/canonical.ts";
import { canonicalVectors, type CanonicalVector } from "../support/vectors.ts";

/** The narrowed RFC 8785, by the published vectors: what the reader takes, and what the writer makes of a value. */

const inputOf = ({ input, inputHex }: CanonicalVector): Buffer =>
  inputHex === undefined ? Buffer.from(input ?? "") : Buffer.from(inputHex, "hex");

test.each(canonicalVectors().map((vector) => [vector.what, vector] as const))("%s", (_, vector) => {
  const { canonical, depth: maxDepth = RECORD_DEPTH } = vector;
  const input = inputOf(vector);
  const isRead = (bytes: Uint8Array): boolean => parseCanonical(bytes, { maxDepth }).ok;
  expect((vector.input === undefined) !== (vector.inputHex === undefined)).toBe(true);
  if (canonical === null) {
    expect(isRead(input)).toBe(false);
    return;
  }
  expect(isRead(Buffer.from(canonical))).toBe(true);
  expect(isRead(input)).toBe(input.equals(Buffer.from(canonical)));
  expect(toCanonicalText(JSON.parse(input.toString()))).toBe(canonical);
});
