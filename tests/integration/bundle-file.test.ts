import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeBundleFile } from "#main/bundle/bundle-file.ts";
import { decryptInto, generateAgeKeyPair } from "#main/bundle/age.ts";
import { fileSource, wholeOf } from "#main/bundle/byte-source.ts";
import { writeFileDurably } from "#main/bundle/durable-file.ts";
import { entryBytes, openArchive } from "#main/bundle/open.ts";
import { memoryScratch } from "#main/bundle/plain-bundle.ts";
import { makeOffice, submission } from "../support/bundles.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-file-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a bundle file", () => {
  test("is named by its digest and nothing else, and reads back as written", async () => {
    const sealed = await submission(await makeOffice());
    const hex = sealed.digest.slice("sha256:".length);
    const { recipient, identity } = await generateAgeKeyPair();
    const [plain, encrypted] = [".tzb", ".tzb.age"].map((end) => join(folder, `${hex.slice(0, 16)}${end}`));
    const size = sealed.bytes.length;
    expect(await writeBundleFile(folder, sealed, [])).toEqual({ ok: true, value: { file: plain, size } });
    expect(readFileSync(plain ?? "").equals(Buffer.from(sealed.bytes))).toBe(true);
    expect(await writeBundleFile(folder, sealed, [recipient])).toMatchObject({ value: { file: encrypted } });
    const decrypted = memoryScratch();
    await decryptInto(fileSource(encrypted ?? ""), [identity], (piece) => decrypted.write(piece));
    expect(wholeOf(decrypted.source())).toEqual(sealed.bytes);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("written again replaces itself", async () => {
    const sealed = await submission(await makeOffice());
    expect(await writeBundleFile(folder, sealed, [])).toEqual(await writeBundleFile(folder, sealed, []));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("a folder that is gone is told", async () => {
    const sealed = await submission(await makeOffice());
    const result = await writeBundleFile(join(folder, "stick"), sealed, []);
    expect(result).toEqual({ ok: false, error: "gone" });
  });

  test.runIf(process.platform === "linux")("a folder that takes no files is told, also to root", async () => {
    const sealed = await submission(await makeOffice());
    const result = await writeBundleFile("/sys", sealed, []);
    expect(result).toEqual({ ok: false, error: "not-writable" });
  });

  test("nothing half written stays when writing fails", () => {
    const target = join(folder, "taken");
    // A folder that is not empty cannot be replaced by a file.
    mkdirSync(join(target, "inside"), { recursive: true });
    expect(() => writeFileDurably(target, Buffer.from("x"))).toThrow();
    expect(readdirSync(folder)).toEqual(["taken"]);
  });

  test("a key file is for its owner only", () => {
    const path = join(folder, "device.key");
    writeFileDurably(path, Buffer.from("x"));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

test("an archive is read from a file as from memory", async () => {
  const sealed = await submission(await makeOffice());
  const path = join(folder, "bundle.tzb");
  writeFileSync(path, sealed.bytes);
  const archive = await openArchive(fileSource(path));
  if (!archive.ok) throw new Error(archive.error.detail);
  expect([...archive.value.entries.keys()]).toContain("manifest.json");
  const bytes = entryBytes(archive.value, "manifest.json");
  expect(JSON.parse(Buffer.from(bytes ?? []).toString())).toEqual(sealed.manifest);
});
