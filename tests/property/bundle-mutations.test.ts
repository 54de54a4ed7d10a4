import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Verdict } from "#main/bundle/types.ts";
import { verifyBundle } from "#main/bundle/verify.ts";
import { bytesSource } from "#main/bundle/byte-source.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import { makeOffice, recordBytes, revisionBytes, submissionInput, type Office } from "../support/bundles.ts";
import { entriesOf, resealed, rezipped, zipOf } from "../support/rezip.ts";
import { runs } from "../support/runs.ts";
import { assembled, encryptTo, type BundleInMemory } from "../support/in-memory.ts";

// Hundreds of real verifications a test: minutes on a loaded machine must not fail it.
vi.setConfig({ testTimeout: 3_600_000 });

let office: Office;
let sealed: BundleInMemory;
let names: string[];
beforeAll(async () => {
  office = await makeOffice();
  const file = Buffer.from("样例证明材料".repeat(20));
  const evidence = [
    { name: "样例.pdf", sha256: sha256Hex(file), size: file.length, type: "application/pdf" },
  ];
  const task = { item: "task:2", type: "task-progress", body: { evidence, progress: "样例" } };
  const exchange = await assembled({ ...submissionInput(office), kind: "exchange" });
  const revisions = [revisionBytes(office.unit, "1"), revisionBytes(office.unit, "", task)];
  const attachments = [{ sha256: sha256Hex(file), source: bytesSource(file) }];
  sealed = await assembled(
    submissionInput(office, { content: { revisions, attachments, bundles: [exchange] } }),
  );
  names = [...(await entriesOf(sealed.bytes)).keys()];
});
afterAll(() => void process.stdout.write(`${JSON.stringify(tally)}\n`));

/** What became of all bundles that the tests made, spoiled ones for the most part. */
const tally = { judged: 0, admitted: 0, rejected: 0, held: 0 };

async function judge(file: Uint8Array): Promise<Verdict> {
  const verdict = await verifyBundle(file, office.trust);
  tally.judged += 1;
  tally[verdict.status] += 1;
  return verdict;
}
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const mask = fc.integer({ min: 1, max: 255 });
const RUNS = { numRuns: runs(400, 2_500) };

/**
 * Where a byte of the file is ZIP metadata that readers ignore: version needed and time of local headers;
 * versions, time, disk and attributes of central ones.
 */
function ignoredPositions(zip: Uint8Array): Set<number> {
  const bytes = Buffer.from(zip);
  const ignored = new Set<number>();
  const ignore = (start: number, ranges: [number, number][]): void => {
    for (const [from, to] of ranges) for (let i = from; i < to; i++) ignored.add(start + i);
  };
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  while (at < end) {
    ignore(at, [
      [4, 8],
      [12, 16],
      [34, 42],
    ]);
    ignore(bytes.readUInt32LE(at + 42), [
      [4, 6],
      [10, 14],
    ]);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return ignored;
}

function flipped(file: Uint8Array, at: number, bits: number): Uint8Array {
  const copy = Uint8Array.from(file);
  copy[at] = (copy[at] ?? 0) ^ bits;
  return copy;
}

describe("a changed bundle", () => {
  test("unchanged it is admitted", async () => {
    expect((await judge(sealed.bytes)).status).toBe("admitted");
  });

  test("one byte of the file: admitted exactly where ZIP metadata is ignored, and then as the same bundle", async () => {
    const ignored = ignoredPositions(sealed.bytes);
    const anywhere = position.map((share) => Math.floor(share * sealed.bytes.length));
    const metadata = position.map((share) => [...ignored][Math.floor(share * ignored.size)] ?? 0);
    await fc.assert(
      fc.asyncProperty(fc.oneof(anywhere, metadata), mask, async (at, bits) => {
        const verdict = await judge(flipped(sealed.bytes, at, bits));
        expect(verdict.status).toBe(ignored.has(at) ? "admitted" : "rejected");
        if (verdict.status === "admitted") expect(verdict.bundle.digest).toBe(sealed.digest);
      }),
      RUNS,
    );
  });

  test("every byte of headers, directory and end record", async () => {
    const ignored = ignoredPositions(sealed.bytes);
    const directory = Buffer.from(sealed.bytes).readUInt32LE(sealed.bytes.length - 6);
    const wrong: number[] = [];
    for (let at = directory; at < sealed.bytes.length; at++) {
      const { status } = await judge(flipped(sealed.bytes, at, 1 + ((at * 37) % 255)));
      if ((status === "admitted") !== ignored.has(at)) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });

  test("one byte of any entry, zipped anew with its CRC right", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), position, mask, async (which, share, bits) => {
        const changed = await rezipped(sealed.bytes, (entries) => {
          const name = names[which % names.length] ?? "";
          const bytes = entries.get(name) ?? Buffer.of();
          entries.set(name, flipped(bytes, Math.floor(share * bytes.length), bits));
        });
        expect((await judge(changed)).status).toBe("rejected");
      }),
      RUNS,
    );
  });

  test("cut short anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(position, async (share) => {
        expect((await judge(sealed.bytes.subarray(0, Math.floor(share * sealed.bytes.length)))).status).toBe(
          "rejected",
        );
      }),
      RUNS,
    );
  });

  test("bytes taken out, put in or repeated", async () => {
    await fc.assert(
      fc.asyncProperty(position, position, fc.uint8Array({ maxLength: 40 }), async (from, to, inserted) => {
        const [start, end] = [from, to]
          .map((share) => Math.floor(share * sealed.bytes.length))
          .toSorted((a, b) => a - b);
        const changed = Buffer.concat([
          sealed.bytes.subarray(0, start),
          inserted,
          sealed.bytes.subarray(end),
        ]);
        fc.pre(!changed.equals(sealed.bytes));
        expect((await judge(changed)).status).toBe("rejected");
      }),
      RUNS,
    );
  });

  test("contents shuffled among the entries' names", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
        const entries = await entriesOf(sealed.bytes);
        const shuffled = new Map(names.map((name, i) => [name, entries.get(order[i] ?? "") ?? Buffer.of()]));
        const verdict = await judge(await zipOf(shuffled));
        expect(verdict.status).toBe(order.every((name, i) => name === names[i]) ? "admitted" : "rejected");
      }),
      { numRuns: runs(100, 500) },
    );
  });

  test("entries taken from another valid bundle of the same device", async () => {
    const other = await assembled(submissionInput(office, { sequence: 2, previous: sealed.digest }));
    const others = await entriesOf(other.bytes);
    await fc.assert(
      fc.asyncProperty(fc.subarray([...others.keys()], { minLength: 1 }), async (taken) => {
        const changed = await rezipped(sealed.bytes, (entries) => {
          for (const name of taken) entries.set(name, others.get(name) ?? Buffer.of());
        });
        const same = taken.every((name) => /^(signer|root)\./.test(name));
        expect((await judge(changed)).status).toBe(same ? "admitted" : "rejected");
      }),
      { numRuns: runs(100, 500) },
    );
  });

  test("one byte of the encrypted file", async () => {
    const encrypted = await encryptTo([office.desk.age.recipient, office.root.age.recipient], sealed.bytes);
    const trust = { ...office.trust, identities: [office.desk.age.identity] };
    expect((await verifyBundle(encrypted, trust)).status).toBe("admitted");
    await fc.assert(
      fc.asyncProperty(position, mask, async (share, bits) => {
        const changed = flipped(encrypted, Math.floor(share * encrypted.length), bits);
        expect((await verifyBundle(changed, trust)).status).toBe("rejected");
      }),
      { numRuns: runs(200, 1_000) },
    );
  });
});

describe("a dishonest device signs whatever it likes", () => {
  const canonical = fc.jsonValue({ maxDepth: 4 }).filter(isWritable);

  test("any members of the manifest: judged without a crash, never for another unit or device", async () => {
    const member = fc.constantFrom(
      "counts",
      "createdAt",
      "device",
      "format",
      "kind",
      "people",
      "periods",
      "plan",
      "previous",
      "sequence",
      "suite",
      "unit",
      "v",
      "x",
    );
    await fc.assert(
      fc.asyncProperty(member, canonical, async (name, value) => {
        const file = await resealed(
          sealed.bytes,
          office.unit.privateKey,
          (_, manifest) => void (manifest[name] = value),
        );
        const verdict = await judge(file);
        if (verdict.status !== "admitted") return;
        expect(verdict.bundle.manifest).toMatchObject({ unit: "360981", device: office.unit.device });
      }),
      { numRuns: runs(200, 1_000) },
    );
  });

  test("any value as a record: refused", async () => {
    await fc.assert(
      fc.asyncProperty(canonical, async (value) => {
        const input = submissionInput(office, { content: { revisions: [recordBytes(value)] } });
        expect(await judge((await assembled(input)).bytes)).toMatchObject({
          reason: "malformed-record",
        });
      }),
      { numRuns: runs(200, 1_000) },
    );
  });

  test("any bytes as any entry: refused", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((json) => Buffer.from(json)),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), bytes, async (which, content) => {
        const inner = names.filter((name) => !name.startsWith("manifest") && !name.startsWith("bundles/"));
        const file = await resealed(sealed.bytes, office.unit.privateKey, (entries) => {
          entries.set(inner[which % inner.length] ?? "", content);
        });
        expect((await judge(file)).status).toBe("rejected");
      }),
      { numRuns: runs(200, 1_000) },
    );
  });
});

test("no bytes at all make it throw", async () => {
  const start = fc.constantFrom(
    Buffer.from("504b0304", "hex"),
    Buffer.from("504b0506", "hex"),
    Buffer.from("age-encryption.org/v1\n"),
    Buffer.of(),
  );
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (prefix, rest) => {
      expect((await judge(Buffer.concat([prefix, rest]))).status).toBe("rejected");
    }),
    { numRuns: runs(500, 2_500) },
  );
});

/** Canonical JSON has no negative or fractional numbers and no such name. */
function isWritable(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(
    ([name, member]) => name !== "__proto__" && name.isWellFormed() && isWritable(member),
  );
}
