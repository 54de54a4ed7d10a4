import canonicalize from "canonicalize";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { isCleanLongText } from "./text.ts";

/**
 * Canonical JSON: RFC 8785 narrowed to integers 0…2^53-1, a nesting limit and no lone surrogates.
 * Every id, digest and signature of the ledger is taken over these bytes.
 */

// The two encoders are part of every host (Node, Chromium); only what is used here is declared.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: "utf-8", options: { fatal: true; ignoreBOM: true });
  decode(bytes: Uint8Array): string;
}

/** Nesting of records, manifests, certificates; `plan.json` may nest deeper. */
export const RECORD_DEPTH = 8;
export const PLAN_DEPTH = 32;

const encoder = new TextEncoder();
// NOTE: without ignoreBOM the decoder would swallow a byte order mark and two encodings would read alike.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Throws on what the format has no place for: it is the writer's own mistake. `undefined` members are left out. */
export function toCanonicalText(value: unknown): string {
  checkValue(value);
  return canonicalize(value) ?? unencodable("nothing");
}

export function toCanonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(toCanonicalText(value));
}

/**
 * Accepts exactly the one allowed form: depth is counted before anything is parsed, then strict UTF-8,
 * parse, re-serialise, compare. Duplicate members, other escapes, `-0` and spaces fail the comparison.
 * Characters that no string of the format may hold are refused; LF and TAB are left to the schemas.
 */
export function readCanonical(
  bytes: Uint8Array,
  { maxDepth }: { readonly maxDepth: number },
): Result<{ readonly value: unknown; readonly text: string }, "bad-encoding"> {
  if (!nestsWithin(bytes, maxDepth)) return fail("bad-encoding");
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    if (!isFormOf(value, text)) return fail("bad-encoding");
    return isCleanLongText(text) && !hasControlEscape(text) ? ok({ value, text }) : fail("bad-encoding");
  } catch {
    return fail("bad-encoding");
  }
}

/** The same, for whoever needs the value alone. */
export function parseCanonical(
  bytes: Uint8Array,
  options: { readonly maxDepth: number },
): Result<unknown, "bad-encoding"> {
  const read = readCanonical(bytes, options);
  return read.ok ? ok(read.value.value) : read;
}

/**
 * Whether `text`, from which the value was parsed, is its canonical form. Where the members stand in order already,
 * canonicalising and plain serialising are the same, and the latter is many times faster.
 */
const isFormOf = (value: unknown, text: string): boolean =>
  (isInOrder(value) && JSON.stringify(value) === text) || toCanonicalText(value) === text;

/** Allowed values only, and the members of every object ascending by UTF-16 code unit. */
function isInOrder(value: unknown): boolean {
  if (typeof value === "number") return isAllowedNumber(value);
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = "";
  for (const [name, member] of Object.entries(value)) {
    if (name === "__proto__" || (name <= before && before !== "") || !isInOrder(member)) return false;
    before = name;
  }
  return true;
}

const isAllowedNumber = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Counts open brackets outside strings; `{}` nests once. */
function nestsWithin(bytes: Uint8Array, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) {
      inString = true;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth++;
      if (depth > maxDepth) return false;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth--;
    }
  }
  return true;
}

/** Whether a canonical text holds a control character other than LF and TAB: those are always escaped. */
function hasControlEscape(text: string): boolean {
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", at + 2)) {
    if ("bfru".includes(text.charAt(at + 1))) return true;
  }
  return false;
}

function checkValue(value: unknown): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number") {
    if (!isAllowedNumber(value)) unencodable(String(value));
  } else if (Array.isArray(value)) {
    value.forEach(checkValue);
  } else if (typeof value === "object") {
    // NOTE: a Date or Map would be written as something else than what was given.
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) unencodable("an object with a class");
    for (const [name, member] of Object.entries(value)) {
      if (!name.isWellFormed()) unencodable("a lone surrogate");
      // NOTE: schemas skip a member of this name instead of refusing it as unknown.
      if (name === "__proto__") unencodable("a member named __proto__");
      if (member !== undefined) checkValue(member);
    }
  } else {
    unencodable(typeof value);
  }
}

function unencodable(what: string): never {
  throw new TypeError(`canonical JSON has no form for ${what}`);
}
