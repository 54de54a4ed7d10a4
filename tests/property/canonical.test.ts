import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCanonical, RECORD_DEPTH, toCanonicalBytes, toCanonicalText } from "#shared/ledger/canonical.ts";
import { isCleanLongText } from "#shared/ledger/text.ts";

const text = fc.string({ unit: "binary", maxLength: 12 }).filter(isCleanLongText);
const name = text.filter((value) => value !== "__proto__");
const { value } = fc.letrec<{ value: unknown; array: unknown[]; object: Record<string, unknown> }>((tie) => ({
  array: fc.array(tie("value"), { maxLength: 4 }),
  object: fc.dictionary(name, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  value: fc.oneof(
    { depthSize: "small", maxDepth: 6, withCrossShrink: true },
    fc.oneof(text, fc.maxSafeNat(), fc.boolean(), fc.constant(null)),
    tie("array"),
    tie("object"),
  ),
}));
const parse = (bytes: Uint8Array, maxDepth = RECORD_DEPTH) => parseCanonical(bytes, { maxDepth });
const parseText = (json: string, maxDepth = RECORD_DEPTH) => parse(Buffer.from(json), maxDepth);

describe("canonical JSON", () => {
  test("what is written is read back, and written again is the same bytes", () => {
    fc.assert(
      fc.property(value, (any) => {
        const bytes = toCanonicalBytes(any);
        const read = parse(bytes);
        expect(read).toEqual({ ok: true, value: any });
        expect(read.ok && toCanonicalBytes(read.value)).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test("the order of members does not matter to the writer", () => {
    fc.assert(
      fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (members) => {
        const turned = Object.fromEntries(Object.entries(members).toReversed());
        expect(toCanonicalText(turned)).toBe(toCanonicalText(members));
      }),
    );
  });

  test("any other text of the same value is refused", () => {
    const spaced = fc.tuple(value, fc.constantFrom(1, "\t"));
    fc.assert(
      fc.property(spaced, ([any, space]) => {
        const canonical = toCanonicalText(any);
        const other = JSON.stringify(any, null, space);
        expect(parseText(other).ok).toBe(other === canonical);
        expect(parseText(` ${canonical}`).ok).toBe(false);
        expect(parseText(`${canonical}\n`).ok).toBe(false);
      }),
    );
  });

  test("no bytes make the reader throw, and what it accepts is canonical", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((json) => Buffer.from(json)),
      fc.tuple(value, fc.nat(), fc.nat(255)).map(([any, at, byte]) => {
        const changed = toCanonicalBytes(any);
        changed[at % changed.length] = byte;
        return changed;
      }),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        const read = parse(input);
        if (read.ok) expect(Buffer.compare(toCanonicalBytes(read.value), input)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("RFC 8785, its own samples", () => {
  test("3.2.3: members are sorted by UTF-16 code units", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    const order = [...toCanonicalText(sample).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test("3.2.2.2: strings, literals", () => {
    expect(toCanonicalText({ string: '\u20ac$\u000f\nA\'B"\\\\"/', literals: [null, true, false] })).toBe(
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
});

describe("narrower than RFC 8785", () => {
  test.each(["-1", "1.5", "1e3", "-0", "9007199254740992", "1E400", "0.0", "01", "+1", "NaN"])(
    "number %s",
    (number) => {
      expect(parseText(`[${number}]`).ok).toBe(false);
    },
  );

  test("integers from 0 to 2^53 - 1", () => {
    expect(parseText("[0,9007199254740991]").ok).toBe(true);
  });

  test.each([
    ["a member twice", '{"a":1,"a":1}'],
    ["a member twice, spelt differently", '{"a":1,"\\u0061":1}'],
    ["members out of order", '{"b":1,"a":1}'],
    ["__proto__", '{"__proto__":1}'],
    ["a lone surrogate", '["\\ud800"]'],
    ["a surrogate pair escaped", '["\\ud83d\\ude00"]'],
    ["an escaped solidus", '["\\/"]'],
    ["an upper-case escape", '["\\u001F"]'],
    ["a control character", '["\\u0001"]'],
    ["a form feed", '["\\f"]'],
    ["NUL after an escaped backslash", '["\\\\\\u0000"]'],
    ["DEL", '["\u007f"]'],
    ["a bidi override", '["\u202e"]'],
    ["a control character in a name", '{"\u200b":1}'],
    ["a byte order mark", "\ufeff[]"],
    ["nothing", ""],
    ["two values", "[][]"],
    ["a trailing comma", "[1,]"],
  ])("%s", (_, json) => {
    expect(parseText(json)).toEqual({ ok: false, error: "bad-encoding" });
  });

  test("escaped backslashes before letters are no control characters", () => {
    expect(parseText('["\\\\b","\\n\\t"]')).toEqual({ ok: true, value: ["\\b", "\n\t"] });
  });

  test("bytes that are no UTF-8", () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe4, 0xb8]]) {
      expect(parse(Buffer.from([0x5b, 0x22, ...bytes, 0x22, 0x5d])).ok).toBe(false);
    }
  });

  test("nesting is counted before anything is parsed; brackets in strings do not count", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(parseText(nested(8)).ok).toBe(true);
    expect(parseText(nested(9)).ok).toBe(false);
    expect(parseText(nested(32), 32).ok).toBe(true);
    expect(parseText("[".repeat(5_000_000)).ok).toBe(false);
    expect(parseText(JSON.stringify(["[".repeat(100), '"{{{{{{{{{{']))).toEqual({
      ok: true,
      value: ["[".repeat(100), '"{{{{{{{{{{'],
    });
  });

  test("the writer throws on what has no form", () => {
    for (const wrong of [
      undefined,
      -1,
      0.5,
      -0,
      2 ** 53,
      Number.NaN,
      [undefined],
      new Date(0),
      1n,
      "\ud800",
      { "\ud800": 1 },
      new Map(),
      () => 1,
    ]) {
      expect(() => toCanonicalText(wrong)).toThrow();
    }
  });

  test("members that are undefined are left out", () => {
    expect(toCanonicalText({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
