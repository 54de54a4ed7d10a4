import { bytesSource } from "#main/bundle/byte-source.ts";
import { rezipped } from "../support/rezip.ts";
import { setFiles, setText } from "./changes.ts";
import { refused, type Drafts } from "./draft.ts";
import { bytesOf, resealedBy, smallInput, type Scene } from "./scene.ts";
import { attached, citing, evidenceOf, type SoundBundles } from "./sound-bundles.ts";

const RECORDS = "records/revisions.ndjson";

/** `digest-mismatch`: entries that are not what the signed manifest lists. */
export async function* digestFaults(scene: Scene, { submission, receiptWithBundle }: SoundBundles): Drafts {
  const { unit, suite } = scene;
  yield refused(
    "digest-mismatch",
    "record",
    "One figure changed under a valid signature.",
    await rezipped(submission.bytes, (entries) =>
      setText(entries, RECORDS, (text) => text.replace('"1"', '"7"')),
    ),
  );
  yield refused(
    "digest-mismatch",
    "longer",
    "A records file with one line end more.",
    await rezipped(submission.bytes, (entries) => setText(entries, RECORDS, (text) => `${text}\n`)),
  );
  yield refused(
    "digest-mismatch",
    "no-json",
    "No record is parsed before digests hold.",
    await rezipped(submission.bytes, (entries) => setText(entries, RECORDS, () => "no JSON")),
  );
  yield refused(
    "digest-mismatch",
    "size",
    "The manifest gives another size than the entry has.",
    await resealedBy(unit, submission.bytes, (_, manifest) =>
      setFiles(manifest, (files) => files.map((file, i) => (i === 0 ? { ...file, size: 1 } : file))),
    ),
  );
  yield refused(
    "digest-mismatch",
    "embedded",
    "An embedded bundle changed under a valid signature.",
    await rezipped(receiptWithBundle.bytes, (entries) => {
      const name = [...entries.keys()].find((path) => path.startsWith("bundles/")) ?? "";
      entries.set(name, Buffer.from("PK"));
    }),
  );
  const files = [Buffer.from("样例一"), Buffer.from("样例二")];
  const revisions = [
    citing(
      scene,
      files.map((file) => evidenceOf(file)),
    ),
  ];
  const cited = await bytesOf(
    smallInput(scene, { content: { revisions, attachments: files.map(attached) } }),
  );
  yield refused(
    "digest-mismatch",
    "swapped",
    "Two attachments of one size in each other's place.",
    await rezipped(cited, (entries) => {
      const names = [...entries.keys()].filter((path) => path.startsWith("attachments/"));
      const contents = names.map((name) => entries.get(name) ?? Buffer.of());
      names.forEach((name, i) => entries.set(name, contents[1 - i] ?? Buffer.of()));
    }),
  );
  const sha256 = suite.digest(Buffer.from("另一个文件")).slice(-64);
  yield refused(
    "digest-mismatch",
    "attachment-name",
    "An attachment listed with its true digest but named by another file's.",
    await bytesOf(
      smallInput(scene, {
        content: {
          attachments: [{ sha256, source: bytesSource(Buffer.from("样例")) }],
          revisions: [citing(scene, [{ ...evidenceOf(Buffer.from("样例")), sha256 }])],
        },
      }),
    ),
  );
  if (suite.name !== "sm2-sm3") return;
  const named = suite.digest(Buffer.from("样例")).slice(-64);
  yield refused(
    "digest-mismatch",
    "attachment-by-sm3",
    "An attachment named by its SM3 digest: names are SHA-256 in every suite.",
    await bytesOf(
      smallInput(scene, {
        content: {
          attachments: [{ sha256: named, source: bytesSource(Buffer.from("样例")) }],
          revisions: [citing(scene, [{ ...evidenceOf(Buffer.from("样例")), sha256: named }])],
        },
      }),
    ),
  );
}
