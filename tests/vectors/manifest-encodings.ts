import { hexOf } from "#shared/bundle/identifiers.ts";
import { setFiles, withManifestText, type Members } from "./changes.ts";
import { refused, type Drafts } from "./draft.ts";
import { fewOf } from "./few-of.ts";
import { resealedBy, type Scene } from "./scene.ts";
import type { SoundBundles } from "./sound-bundles.ts";

/** `bad-encoding` of the manifest: other texts of it, and other shapes. */
export async function* manifestEncodings({ unit, suite }: Scene, { submission }: SoundBundles): Drafts {
  for (const [name, what, change] of fewOf(suite, TEXTS)) {
    const bytes = await withManifestText(submission.bytes, unit, change);
    yield refused("bad-encoding", `manifest-${name}`, `The signed manifest ${what}.`, bytes);
  }
  for (const [name, what, change] of fewOf(suite, SHAPES)) {
    const bytes = await resealedBy(unit, submission.bytes, (_, manifest) => change(manifest));
    yield refused("bad-encoding", `manifest-${name}`, `The manifest ${what}.`, bytes);
  }
  const other = suite.name === "sm2-sm3" ? "sha256" : "sm3";
  yield refused(
    "bad-encoding",
    "manifest-digests",
    "The manifest lists digests of the other suite.",
    await resealedBy(unit, submission.bytes, (_, manifest) =>
      setFiles(manifest, (files) => files.map((file) => ({ ...file, digest: `${other}:${"0".repeat(64)}` }))),
    ),
  );
  yield refused(
    "bad-encoding",
    "manifest-previous",
    "The manifest names a bundle before it by a digest of the other suite.",
    await resealedBy(
      unit,
      submission.bytes,
      (_, manifest) => void (manifest["previous"] = `${other}:${hexOf(submission.digest)}`),
    ),
  );
}

const TEXTS: readonly (readonly [name: string, what: string, (text: string) => Uint8Array | string])[] = [
  ["space", "ends in a space", (text) => `${text} `],
  ["line-end", "ends in a line end", (text) => `${text}\n`],
  ["mark", "starts with a byte order mark", (text) => `\ufeff${text}`],
  [
    "order",
    "has its members in another order",
    (text) => text.replace(/^\{"counts":(\{[^}]*\}),(.*)\}$/, '{$2,"counts":$1}'),
  ],
  ["twice", "has a member twice", (text) => text.replace(/,"v":1\}$/, ',"v":1,"v":1}')],
  ["number", "writes a number otherwise", (text) => text.replace(/"v":1\}$/, '"v":1.0}')],
  ["exponent", "writes a number with an exponent", (text) => text.replace(/"v":1\}$/, '"v":1e0}')],
  ["escape", "escapes a letter", (text) => text.replace("submission", "\\u0073ubmission")],
  ["surrogate", "holds a lone surrogate", (text) => text.replace("填报人甲", "\\ud800")],
  ["proto", "has a member __proto__", (text) => text.replace(/^\{/, '{"__proto__":{},')],
  ["no-json", "is no JSON", () => "{"],
  ["array", "is an array", () => "[]"],
  ["null", "is null", () => "null"],
  ["empty", "is empty", () => ""],
  ["deep", "nests too deep", () => "[".repeat(1000)],
  [
    "deep-value",
    "nests nine deep, though well-formed",
    (text) => text.replace('"people":{', `"people":{"a":${"[".repeat(7)}${"]".repeat(7)},`),
  ],
  ["not-utf8", "is not UTF-8", (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.of(0xff)])],
  [
    "surrogate-bytes",
    "encodes a surrogate in UTF-8",
    (text) => {
      const [before = "", after = ""] = text.split("填报人甲");
      return Buffer.concat([Buffer.from(before), Buffer.from("eda080", "hex"), Buffer.from(after)]);
    },
  ],
];

const set =
  (changes: Members) =>
  (manifest: Members): void =>
    void Object.assign(manifest, changes);

const SHAPES: readonly (readonly [name: string, what: string, (manifest: Members) => void])[] = [
  ["unknown-member", "has a member that the format does not have", set({ note: "x" })],
  ["format", "has another format", set({ format: "taizhang-record" })],
  ["version-0", "is of version 0", set({ v: 0 })],
  ["kind", "has a kind that nobody knows", set({ kind: "gift" })],
  ["no-people", "lacks a member", (manifest) => void delete manifest["people"]],
  ["sequence-0", "has the sequence 0", set({ sequence: 0 })],
  ["sequence-text", "has its sequence as text", set({ sequence: "1" })],
  ["plan-version-0", "has the plan version 0", set({ plan: { id: "yichun-869", version: 0 } })],
  ["no-date", "was created on a day that does not exist", set({ createdAt: "2024-02-30T00:00:00.000Z" })],
  ["second-60", "was created in a second 60", set({ createdAt: "2024-04-03T01:05:60.000Z" })],
  ["time-zone", "was created in another time zone", set({ createdAt: "2024-04-03T09:05:00.000+08:00" })],
  [
    "no-milliseconds",
    "was created at a time without milliseconds",
    set({ createdAt: "2024-04-03T01:05:00Z" }),
  ],
  ["bidi", "holds a bidi override in a name", set({ people: { filler: "甲\u202e" } })],
  ["zero-width", "holds a zero-width space in a name", set({ people: { filler: "甲\u200b" } })],
  ["tab", "holds a TAB in a name", set({ people: { filler: "甲\t乙" } })],
  ["control", "holds a C1 control character in a name", set({ people: { filler: "甲\u0085" } })],
  ["periods-order", "lists periods out of order", set({ periods: ["2024-04", "2024-03"] })],
  ["periods-twice", "lists a period twice", set({ periods: ["2024-03", "2024-03"] })],
  ["period", "lists a month 13", set({ periods: ["2024-13"] })],
  ["device", "has a device id in capitals", set({ device: "A".repeat(32) })],
  ["unit", "has a unit with a space", set({ unit: "360 981" })],
  [
    "files-order",
    "lists files out of order",
    (manifest) => setFiles(manifest, (files) => files.toReversed()),
  ],
  [
    "files-twice",
    "lists a file twice",
    (manifest) => setFiles(manifest, (files) => [...files.slice(0, 1), ...files]),
  ],
  [
    "size-negative",
    "gives a size as text",
    (manifest) => setFiles(manifest, (files) => files.map((file) => ({ ...file, size: "1" }))),
  ],
];
