import { rawZip, type RawEnd, type RawEntry } from "../support/raw-zip.ts";
import { entriesOf } from "../support/rezip.ts";
import { refused, type Drafts } from "./draft.ts";
import { fewOf } from "./few-of.ts";
import type { Scene } from "./scene.ts";
import type { SoundBundles } from "./sound-bundles.ts";

/** `damaged`: rules of the ZIP form, each broken alone. */
export async function* archiveFaults({ suite }: Scene, { submission }: SoundBundles): Drafts {
  const entries: RawEntry[] = [...(await entriesOf(submission.bytes))].map(([name, bytes]) => ({
    name,
    bytes,
  }));
  for (const [name, what, headers] of fewOf(suite, HEADERS)) {
    const changed = entries.map((entry) => (entry.name === CHANGED ? { ...entry, ...headers } : entry));
    yield refused("damaged", name, what, rawZip(changed));
  }
  for (const [name, what, end] of fewOf(suite, ENDS))
    yield refused("damaged", name, what, rawZip(entries, end));
  const [first] = entries;
  if (first === undefined) throw new Error("no entry");
  yield refused(
    "damaged",
    "gap",
    "Bytes between two entries.",
    rawZip([{ ...first, gap: Buffer.from("hidden") }, ...entries.slice(1)]),
  );
  yield refused(
    "damaged",
    "overlap",
    "Two directory records of one entry.",
    rawZip([...entries, { ...first, central: { offset: 0 } }]),
  );
  yield refused(
    "damaged",
    "name-not-utf8",
    "A name that is not UTF-8.",
    rawZip([...entries, { name: Buffer.of(0xff, 0xfe), bytes: Buffer.of() }]),
  );
}

type Headers = Pick<RawEntry, "local" | "central">;
const both = (header: NonNullable<RawEntry["local"]>): Headers => ({ local: header, central: header });

const CHANGED = "records/revisions.ndjson";
const HEADERS: readonly (readonly [name: string, what: string, headers: Headers])[] = [
  ["crc", "A CRC that is not the content's.", both({ crc: 1 })],
  ["crc-local", "Local and central CRC differ.", { local: { crc: 1 } }],
  ["size-local", "Local and central sizes differ.", { local: { size: 1, compressedSize: 1 } }],
  ["name-local", "Local and central names differ.", { local: { name: "records/decisions.ndjson" } }],
  ["flags-local", "Local and central flags differ.", { local: { flags: 0 } }],
  ["method-local", "Local and central methods differ.", { local: { method: 8 } }],
  ["deflate", "An entry that says it is deflated.", both({ method: 8 })],
  ["encryption", "The flag of encryption.", both({ flags: 0x0801 })],
  ["data-descriptor", "The flag of a data descriptor.", both({ flags: 0x0808 })],
  ["size-true", "Compressed and true size differ.", both({ size: 5 })],
  [
    "size-claimed",
    "Headers that claim almost 4 GiB where nothing of it is.",
    both({ size: 0xfffffffe, compressedSize: 0xfffffffe }),
  ],
  ["zip64", "A ZIP64 extra field.", { central: { extra: Buffer.from("010008000000000000000000", "hex") } }],
  [
    "unicode-path",
    "A Unicode path extra field.",
    { local: { extra: Buffer.from("757005000100000000", "hex") } },
  ],
  ["extra-cut", "An extra field past its end.", { central: { extra: Buffer.from("9999ffff", "hex") } }],
  ["offset-other", "A directory record that points into another entry.", { central: { offset: 0 } }],
  ["offset-beyond", "A directory record that points past the end.", { central: { offset: 0x7fffffff } }],
];

const ENDS: readonly (readonly [name: string, what: string, end: Partial<RawEnd>])[] = [
  ["count-fewer", "An end record that counts fewer entries.", { entries: 1 }],
  ["count-more", "An end record that counts more entries.", { entries: 40 }],
  ["disk", "An end record of another disk.", { disk: 1 }],
  ["directory-offset", "An end record with the directory elsewhere.", { directoryOffset: 0 }],
  ["directory-size", "An end record with a directory of another size.", { directorySize: 10 }],
  ["comment", "An archive comment.", { comment: "样例" }],
  [
    "zip64-locator",
    "A ZIP64 locator before the end record.",
    { before: Buffer.from("504b0607".padEnd(40, "0"), "hex") },
  ],
  ["directory-gap", "Bytes between directory and end record.", { before: Buffer.alloc(8) }],
];
