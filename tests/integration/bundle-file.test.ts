import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeBundleFile } from "#main/bundle/bundle-file.ts";
import { fileSource } from "#main/bundle/byte-source.ts";
import { writeFileDurably } from "#main/bundle/durable-file.ts";
import { openArchive } from "#main/bundle/open.ts";
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
    for (const [encrypted, ending] of [
      [false, ".tzb"],
      [true, ".tzb.age"],
    ] as const) {
      const path = join(folder, `${hex.slice(0, 16)}${ending}`);
      expect(await writeBundleFile(folder, { ...sealed, encrypted })).toEqual({ ok: true, value: path });
      expect(readFileSync(path).equals(Buffer.from(sealed.bytes))).toBe(true);
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("written again replaces itself", async () => {
    const sealed = await submission(await makeOffice());
    const file = { ...sealed, encrypted: false };
    expect(await writeBundleFile(folder, file)).toEqual(await writeBundleFile(folder, file));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("a folder that is gone is told", async () => {
    const sealed = await submission(await makeOffice());
    const result = await writeBundleFile(join(folder, "stick"), { ...sealed, encrypted: false });
    expect(result).toEqual({ ok: false, error: "gone" });
  });

  test.runIf(process.platform === "linux")("a folder that takes no files is told, also to root", async () => {
    const sealed = await submission(await makeOffice());
    const result = await writeBundleFile("/sys", { ...sealed, encrypted: false });
    expect(result).toEqual({ ok: false, error: "not-writable" });
  });

  test("nothing half written stays when writing fails", async () => {
    const target = join(folder, "taken");
    // A folder that is not empty cannot be replaced by a file.
    mkdirSync(join(target, "inside"), { recursive: true });
    await expect(writeFileDurably(target, Buffer.from("x"))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(["taken"]);
  });

  test("a key file is for its owner only", async () => {
    const path = join(folder, "device.key");
    await writeFileDurably(path, Buffer.from("x"));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

test("an archive is read from an open file as from memory", async () => {
  const sealed = await submission(await makeOffice());
  const path = join(folder, "bundle.tzb");
  writeFileSync(path, sealed.bytes);
  const handle = await open(path);
  try {
    const archive = await openArchive(await fileSource(handle), []);
    if (!archive.ok) throw new Error(archive.error.detail);
    expect([...archive.value.entries.keys()]).toContain("manifest.json");
    const manifest = archive.value.entries.get("manifest.json");
    const bytes = manifest && (await archive.value.read(manifest));
    expect(JSON.parse(Buffer.from(bytes ?? []).toString())).toEqual(sealed.manifest);
  } finally {
    await handle.close();
  }
});
