/** A text, and what the narrowed profile of RFC 8785 makes of it. */
export interface CanonicalText {
  readonly what: string;
  /** JSON as anyone may write it; given in hex where it is no text. */
  readonly input?: string;
  readonly inputHex?: string;
  /** The one allowed form of the value; null where the profile has none. */
  readonly canonical: string | null;
  /** 8 unless given. */
  readonly depth?: number;
}

export const canonicalTexts = (): CanonicalText[] => [
  ...ORDER,
  ...STRINGS,
  ...NUMBERS,
  ...STRUCTURE,
  ...FORBIDDEN,
  ...BYTES,
  ...DEPTH,
];

const has = (what: string, input: string, canonical: string): CanonicalText => ({ what, input, canonical });
const hasNot = (what: string, input: string): CanonicalText => ({ what, input, canonical: null });

const ORDER = [
  has("Members in order stay.", '{"a":1,"b":2}', '{"a":1,"b":2}'),
  has("Members are sorted.", '{"b":2,"a":1}', '{"a":1,"b":2}'),
  has(
    "Members are sorted in every depth, elements are not.",
    '[{"b":[3,1],"a":{"d":0,"c":0}}]',
    '[{"a":{"c":0,"d":0},"b":[3,1]}]',
  ),
  has("Capitals come before small letters.", '{"a":1,"B":2}', '{"B":2,"a":1}'),
  has("Digits sort as characters.", '{"10":1,"9":2,"1":3}', '{"1":3,"10":1,"9":2}'),
  has(
    "A name that begins another comes first, the empty one before all.",
    '{"aa":1,"a":2,"":3}',
    '{"":3,"a":2,"aa":1}',
  ),
  has(
    "Names are sorted by UTF-16 code unit: U+1F600 (D83D DE00) before U+FB33.",
    '{"\ufb33":1,"\u{1f600}":2,"\u20ac":3,"\u00f6":4,"1":5}',
    '{"1":5,"\u00f6":4,"\u20ac":3,"\u{1f600}":2,"\ufb33":1}',
  ),
  has(
    "The order of code points would be another: U+FFFD after U+10000.",
    '{"\ufffd":1,"\u{10000}":2}',
    '{"\u{10000}":2,"\ufffd":1}',
  ),
  has("Escapes in names are undone before sorting.", '{"\\u0062":1,"a":2}', '{"a":2,"b":1}'),
  has(
    "Names that look alike but are composed otherwise are two.",
    '{"e\u0301":1,"\u00e9":2}',
    '{"e\u0301":1,"\u00e9":2}',
  ),
];

const STRINGS = [
  has("Letters need no escape.", '"\\u0041\\u4e2d"', '"A中"'),
  has("A surrogate pair in escapes is one character.", '"\\ud83d\\ude00"', '"\u{1f600}"'),
  has("Quote and backslash keep their short escapes.", '"\\u0022\\u005c"', '"\\"\\\\"'),
  has("A solidus stands as it is.", '"a\\/b"', '"a/b"'),
  has("LF and TAB have short escapes.", '"\\u000a\\u0009"', '"\\n\\t"'),
  has("Nothing is normalised.", '"e\\u0301\\u00e9"', '"e\u0301\u00e9"'),
  has(
    "Characters beside the forbidden ranges are allowed.",
    '" \\u007e\\u00a0\\u200a\\u2010\\u202f\\u2070"',
    '" ~\u00a0\u200a\u2010\u202f\u2070"',
  ),
  has(
    "An escaped backslash before a letter is no control character.",
    '"\\\\b\\\\u0000"',
    '"\\\\b\\\\u0000"',
  ),
  has("The empty string.", '""', '""'),
  hasNot("A lone high surrogate.", '"\\ud800"'),
  hasNot("A lone low surrogate.", '"\\udc00"'),
  hasNot("Two surrogates the wrong way round.", '"\\ude00\\ud83d"'),
  hasNot("A lone surrogate in a name.", '{"\\ud800":1}'),
  hasNot("A line end as it is.", '"a\nb"'),
  hasNot("An escape that JSON does not have.", '"\\x41"'),
  hasNot("Single quotes.", "'a'"),
];

const NUMBERS = [
  has("The smallest number.", "[0]", "[0]"),
  has("The largest number, 2^53 - 1.", "[9007199254740991]", "[9007199254740991]"),
  has("A whole number with an exponent.", "[1e3]", "[1000]"),
  has("A whole number with a fraction of zero.", "[1.0]", "[1]"),
  hasNot("2^53.", "[9007199254740992]"),
  hasNot("A number that doubles cannot hold.", "[9007199254740993]"),
  hasNot("A negative number.", "[-1]"),
  hasNot("Minus zero.", "[-0]"),
  hasNot("A fraction.", "[1.5]"),
  hasNot("A small number with an exponent.", "[1e-7]"),
  hasNot("A number beyond all doubles.", "[1e400]"),
  hasNot("A number with a leading zero.", "[01]"),
  hasNot("A number with a plus.", "[+1]"),
  hasNot("A number without its whole part.", "[.5]"),
  hasNot("Not a number.", "[NaN]"),
  hasNot("A hexadecimal number.", "[0x10]"),
];

const STRUCTURE = [
  has("Spaces and line ends between tokens go.", ' { "a" : [ 1 ,\n\t2 ] } \r\n', '{"a":[1,2]}'),
  has("Literals.", "[true,false,null]", "[true,false,null]"),
  has("Null members stay.", '{"a":null}', '{"a":null}'),
  has("Empty object and array.", "[{},[]]", "[{},[]]"),
  hasNot("A member twice.", '{"a":1,"a":1}'),
  hasNot("A member twice, with two values.", '{"a":1,"a":2}'),
  hasNot("A member twice, once in escapes.", '{"a":1,"\\u0061":1}'),
  hasNot("A member twice in a deeper object.", '[{"b":{"a":1,"a":1}}]'),
  hasNot("A member __proto__.", '{"__proto__":1}'),
  hasNot("Nothing.", ""),
  hasNot("Two values.", "[][]"),
  hasNot("A comma after the last element.", "[1,]"),
  hasNot("A comment.", "[1/* */]"),
  hasNot("A literal in capitals.", "[True]"),
  hasNot("A name without quotes.", "{a:1}"),
  hasNot("A form feed between tokens.", "[1,\f2]"),
  hasNot("A no-break space between tokens.", "[1,\u00a02]"),
];

const FORBIDDEN_CHARACTERS = [
  0x00, 0x01, 0x08, 0x0b, 0x0c, 0x0d, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0x61c, 0x200b, 0x200e, 0x200f, 0x2028,
  0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x206f, 0xfeff, 0xe0000, 0xe0041, 0xe007f,
];
const named = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
/** In the form that RFC 8785 has for it; in hex where an editor might not show it as it is. */
function forbidden(what: string, value: unknown): CanonicalText {
  const input = JSON.stringify(value);
  const isPlain = /^[ -~]*$/.test(input);
  return {
    what,
    ...(isPlain ? { input } : { inputHex: Buffer.from(input).toString("hex") }),
    canonical: null,
  };
}
const FORBIDDEN = [
  ...FORBIDDEN_CHARACTERS.map((code) =>
    forbidden(`${named(code)} in a string.`, `a${String.fromCodePoint(code)}b`),
  ),
  forbidden("U+202E in a name.", { "\u202e": 1 }),
  hasNot("U+0000 after an escaped backslash.", '"\\\\\\u0000"'),
  hasNot("U+202E in an escape.", '"\\u202e"'),
];

const notText = (what: string, inputHex: string): CanonicalText => ({ what, inputHex, canonical: null });
const BYTES = [
  notText("A byte order mark before the value.", "efbbbf5b5d"),
  notText("A byte that UTF-8 does not have.", "22ff22"),
  notText("An overlong form of NUL.", "22c08022"),
  notText("An overlong form of a solidus.", "22c0af22"),
  notText("A surrogate in UTF-8.", "22eda08022"),
  notText("A code point beyond U+10FFFF.", "22f490808022"),
  notText("A character cut short.", "22e4b822"),
  notText("UTF-16.", "5b005d00"),
];

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const DEPTH: CanonicalText[] = [
  has("Eight deep.", nested(8), nested(8)),
  hasNot("Nine deep.", nested(9)),
  has(
    "Objects and arrays count alike.",
    '{"a":[{"b":[{"c":[{"d":[]}]}]}]}',
    '{"a":[{"b":[{"c":[{"d":[]}]}]}]}',
  ),
  hasNot("Nine deep with objects.", '{"a":[{"b":[{"c":[{"d":[{}]}]}]}]}'),
  has("Brackets in strings do not count.", '"[[[[[[[[[[\\"[["', '"[[[[[[[[[[\\"[["'),
  { ...has("32 deep, as a plan may be.", nested(32), nested(32)), depth: 32 },
  { ...hasNot("33 deep.", nested(33)), depth: 32 },
];
