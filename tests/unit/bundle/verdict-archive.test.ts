import { beforeAll, describe, expect, test } from "vitest";

import { verifyBundle } from "#main/bundle/verify.ts";
import { makeOffice, submission, type Office } from "../../support/bundles.ts";
import { rawZip, type RawEnd, type RawEntry } from "../../support/raw-zip.ts";
import { entriesOf, rezipped } from "../../support/rezip.ts";
import { encryptTo, type BundleInMemory } from "../../support/in-memory.ts";

let office: Office;
let sealed: BundleInMemory;
let entries: RawEntry[];
beforeAll(async () => {
  office = await makeOffice();
  sealed = await submission(office);
  entries = [...(await entriesOf(sealed.bytes))].map(([name, bytes]) => ({ name, bytes }));
});

async function reasonOf(file: Uint8Array, identities: string[] = []): Promise<string> {
  const verdict = await verifyBundle(file, { ...office.trust, identities });
  return verdict.status === "rejected" ? verdict.reason : verdict.status;
}

const NAMED = "records/revisions.ndjson";
/** The archive with one entry's headers changed. */
const withHeader = (headers: Pick<RawEntry, "local" | "central">): Uint8Array =>
  rawZip(entries.map((entry) => (entry.name === NAMED ? { ...entry, ...headers } : entry)));
const both = (header: NonNullable<RawEntry["local"]>) => ({ local: header, central: header });

describe("not-a-bundle", () => {
  test.each([
    ["an empty file", Buffer.alloc(0)],
    ["a text", Buffer.from("台账")],
    ["three bytes", Buffer.from("PK\u0003")],
    ["an armoured age file", Buffer.from("-----BEGIN AGE ENCRYPTED FILE-----\n")],
  ])("%s", async (_, file) => {
    expect(await reasonOf(file)).toBe("not-a-bundle");
  });

  test("something before the archive", async () => {
    expect(await reasonOf(Buffer.concat([Buffer.from("#!/bin/sh\n"), sealed.bytes]))).toBe("not-a-bundle");
  });

  test("an encrypted file with no archive inside", async () => {
    const { recipient, identity } = office.desk.age;
    expect(await reasonOf(await encryptTo([recipient], Buffer.from("hello")), [identity])).toBe(
      "not-a-bundle",
    );
  });
});

describe("cannot-decrypt and damaged encryption", () => {
  test("no key at all, and another's key", async () => {
    const file = await encryptTo([office.desk.age.recipient], sealed.bytes);
    expect(await reasonOf(file)).toBe("cannot-decrypt");
    expect(await reasonOf(file, [office.otherUnit.age.identity])).toBe("cannot-decrypt");
  });

  test("a passphrase file is not tried", async () => {
    const header = `age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} 22\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n`;
    expect(await reasonOf(Buffer.from(header), [office.desk.age.identity])).toBe("cannot-decrypt");
  });

  test("cut short, changed, or with an endless header", async () => {
    const { recipient, identity } = office.desk.age;
    const file = await encryptTo([recipient], sealed.bytes);
    expect(await reasonOf(file.subarray(0, -1), [identity])).toBe("damaged");
    expect(await reasonOf(file.subarray(0, 40), [identity])).toBe("damaged");
    const changed = Buffer.from(file);
    changed.writeUInt8((changed.at(-5) ?? 0) ^ 1, changed.length - 5);
    expect(await reasonOf(changed, [identity])).toBe("damaged");
    const endless = Buffer.concat([Buffer.from("age-encryption.org/v1\n"), Buffer.alloc(100_000, 65)]);
    expect(await reasonOf(endless, [identity])).toBe("damaged");
  });

  test("another bundle encrypted within an encrypted file is no bundle", async () => {
    const { recipient, identity } = office.desk.age;
    const twice = await encryptTo([recipient], await encryptTo([recipient], sealed.bytes));
    expect(await reasonOf(twice, [identity])).toBe("not-a-bundle");
  });
});

describe("damaged", () => {
  test("the raw writer of these tests writes an admitted bundle when nothing is changed", async () => {
    expect(await reasonOf(rawZip(entries))).toBe("admitted");
  });

  test.each([1, 22, 23, 200])("the last %i bytes missing", async (missing) => {
    expect(await reasonOf(sealed.bytes.subarray(0, -missing))).toBe("damaged");
  });

  test("something after the archive", async () => {
    expect(await reasonOf(Buffer.concat([sealed.bytes, Buffer.of(0)]))).toBe("damaged");
  });

  test.each<[string, Parameters<typeof withHeader>[0]]>([
    ["local and central CRC differ", { local: { crc: 1 } }],
    ["local and central sizes differ", { local: { size: 1, compressedSize: 1 } }],
    ["local and central names differ", { local: { name: "records/decisions.ndjson" } }],
    ["local and central flags differ", { local: { flags: 0 } }],
    ["a wrong CRC", both({ crc: 1 })],
    ["deflate", both({ method: 8 })],
    ["encryption", both({ flags: 0x0801 })],
    ["a data descriptor", both({ flags: 0x0808 })],
    ["strong encryption", both({ flags: 0x0840 })],
    ["compressed and true size differ", both({ size: 5 })],
    ["a ZIP64 extra field", { central: { extra: Buffer.from("010008000000000000000000", "hex") } }],
    ["a Unicode path extra field", { local: { extra: Buffer.from("757005000100000000", "hex") } }],
    ["an extra field past its end", { central: { extra: Buffer.from("9999ffff", "hex") } }],
    ["a stray byte after the extra fields", { central: { extra: Buffer.from("5554000000", "hex") } }],
    ["three stray bytes for extra fields", { local: { extra: Buffer.from("555400", "hex") } }],
    ["an offset into another entry", { central: { offset: 0 } }],
    ["an offset past the end", { central: { offset: 0x7fffffff } }],
    ["a ZIP64 offset", { central: { offset: 0xffffffff } }],
  ])("%s", async (_, headers) => {
    expect(await reasonOf(withHeader(headers))).toBe("damaged");
  });

  test.each<[string, Partial<RawEnd>]>([
    ["fewer entries than there are", { entries: 1 }],
    ["more entries than there are", { entries: 40 }],
    ["a ZIP64 count", { entries: 0xffff }],
    ["another disk", { disk: 1 }],
    ["a directory elsewhere", { directoryOffset: 0 }],
    ["a directory of another size", { directorySize: 10 }],
    ["an archive comment", { comment: "样例" }],
    ["a ZIP64 locator", { before: Buffer.from("504b0607".padEnd(40, "0"), "hex") }],
    ["bytes after the directory", { before: Buffer.alloc(8) }],
  ])("%s", async (_, end) => {
    expect(await reasonOf(rawZip(entries, end))).toBe("damaged");
  });

  test("a gap between entries", async () => {
    const gapped = entries.map((entry, i) => (i === 1 ? { ...entry, gap: Buffer.from("hidden") } : entry));
    expect(await reasonOf(rawZip(gapped))).toBe("damaged");
  });

  test("two directory records of one entry", async () => {
    const [first] = entries;
    if (first === undefined) throw new Error("no entry");
    const twin = { ...first, central: { offset: 0 } };
    expect(await reasonOf(rawZip([...entries, twin]))).toBe("damaged");
  });

  test("a name that is not UTF-8", async () => {
    expect(await reasonOf(rawZip([...entries, { name: Buffer.of(0xff, 0xfe), bytes: Buffer.of() }]))).toBe(
      "damaged",
    );
  });
});

describe("ZIP metadata that is ignored", () => {
  test.each<[string, Parameters<typeof withHeader>[0]]>([
    ["times", { local: { time: 0x12345678 }, central: { time: 1 } }],
    ["attributes of a symbolic link", { central: { attributes: 0xa1ff0000 } }],
    ["a comment", { central: { comment: "样例" } }],
    ["a timestamp extra field", { local: { extra: Buffer.from("5554050001aabbccdd", "hex") } }],
    ["the UTF-8 flag of a plain name", both({ flags: 0 })],
  ])("%s", async (_, headers) => {
    const verdict = await verifyBundle(withHeader(headers), office.trust);
    expect(verdict).toMatchObject({ status: "admitted", bundle: { digest: sealed.digest } });
  });

  test("the order of entries", async () => {
    expect(await reasonOf(rawZip(entries.toReversed()))).toBe("admitted");
  });
});

describe("too-large", () => {
  test("more entries than 10,000", async () => {
    const many = Array.from({ length: 10_001 }, (_, i) => ({ name: `n${String(i)}`, bytes: Buffer.of() }));
    expect(await reasonOf(rawZip(many))).toBe("too-large");
  });

  test("a document of more than 16 MiB", async () => {
    const large = [...entries, { name: "plan.json", bytes: Buffer.alloc(16 * 1024 * 1024 + 1) }];
    expect(await reasonOf(rawZip(large))).toBe("too-large");
  });

  test("an attachment of more than 64 MiB", async () => {
    const name = `attachments/${"a".repeat(64)}`;
    const large = [...entries, { name, bytes: Buffer.alloc(64 * 1024 * 1024 + 1) }];
    expect(await reasonOf(rawZip(large))).toBe("too-large");
  });

  test("a file of more than 512 MiB, before anything of it is read", async () => {
    const file = Buffer.alloc(512 * 1024 * 1024 + 1);
    file.write("PK\u0003\u0004", "latin1");
    expect(await reasonOf(file)).toBe("too-large");
  });
});

describe("unexpected-entry", () => {
  test.each([
    "../evil.sh",
    "/etc/passwd",
    "a\\b.txt",
    "C:/evil",
    "records/../../evil",
    "records/",
    "",
    "extra.txt",
    "MANIFEST.JSON",
    `attachments/${"a".repeat(64)}`,
    "records/decisions.ndjson",
  ])("an entry nobody listed: %j", async (name) => {
    expect(await reasonOf(rawZip([...entries, { name, bytes: Buffer.from("x") }]))).toBe("unexpected-entry");
  });

  test("one name twice, the same bytes or others", async () => {
    for (const name of ["signer.json", "manifest.json"]) {
      const twin = entries.find((entry) => entry.name === name);
      if (twin === undefined) throw new Error("no entry");
      expect(await reasonOf(rawZip([...entries, twin]))).toBe("unexpected-entry");
      expect(await reasonOf(rawZip([...entries, { name, bytes: Buffer.from("{}") }]))).toBe(
        "unexpected-entry",
      );
    }
  });

  test("every entry is needed", async () => {
    for (const { name } of entries) {
      const without = await rezipped(sealed.bytes, (all) => void all.delete(String(name)));
      expect([name, await reasonOf(without)]).toEqual([name, "unexpected-entry"]);
    }
  });

  test("an empty archive", async () => {
    expect(await reasonOf(rawZip([]))).toBe("unexpected-entry");
  });
});
