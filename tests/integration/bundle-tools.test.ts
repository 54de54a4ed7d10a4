import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { verifyBundle } from "#main/bundle/verify.ts";
import { makeOffice, submission, submissionInput, SUITE, type Office } from "../support/bundles.ts";
import { encryptTo, type BundleInMemory } from "../support/in-memory.ts";

/** Other programs judge what we write, and we read what they write: openssl, unzip, sha256sum, age. */

let folder: string;
let office: Office;
let sealed: BundleInMemory;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-tools-"));
  office = await makeOffice();
  sealed = await submission(office);
  writeFileSync(at("bundle.tzb"), sealed.bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const run = (command: string, ...args: string[]): Buffer =>
  execFileSync(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });

/** Takes an entry out with unzip and leaves it beside the bundle. */
function unzipped(entry: string): string {
  const path = at(entry.replaceAll("/", "_"));
  writeFileSync(path, run("unzip", "-p", "bundle.tzb", entry));
  return path;
}

describe("openssl", () => {
  const verify = (key: string, document: string, signature: string): string =>
    run(
      "openssl",
      "pkeyutl",
      "-verify",
      "-pubin",
      "-inkey",
      key,
      "-rawin",
      "-in",
      document,
      "-sigfile",
      signature,
    ).toString();

  test("verifies manifest, signer's certificate and root with the keys the certificates name", () => {
    for (const [document, certificate] of [
      ["manifest", "signer"],
      ["signer", "root"],
      ["root", "root"],
    ] as const) {
      const { publicKey } = JSON.parse(run("unzip", "-p", "bundle.tzb", `${certificate}.json`).toString());
      writeFileSync(at("key.pem"), publicKey);
      expect(verify(at("key.pem"), unzipped(`${document}.json`), unzipped(`${document}.sig`))).toContain(
        "Verified Successfully",
      );
    }
  });

  test("refuses what was changed", () => {
    writeFileSync(at("key.pem"), office.unit.publicKey);
    writeFileSync(at("changed.json"), `${run("unzip", "-p", "bundle.tzb", "manifest.json").toString()} `);
    expect(() => verify(at("key.pem"), at("changed.json"), unzipped("manifest.sig"))).toThrow();
  });

  test("device id and check code can be had from a key without this program", () => {
    writeFileSync(at("key.pem"), office.unit.publicKey);
    run("openssl", "pkey", "-pubin", "-in", "key.pem", "-outform", "DER", "-out", "key.der");
    expect(run("sha256sum", "key.der").toString().slice(0, 32)).toBe(office.unit.device);
  });

  test("keys made by openssl are in the one form allowed", () => {
    run("openssl", "genpkey", "-algorithm", "ed25519", "-out", "made.pem");
    const publicKey = run("openssl", "pkey", "-in", "made.pem", "-pubout").toString();
    expect(SUITE.readPublicKey(publicKey).ok).toBe(true);
  });
});

describe("unzip and sha256sum", () => {
  test("the archive tests clean", () => {
    expect(run("unzip", "-t", "bundle.tzb").toString()).toContain("No errors detected");
  });

  test("every listed entry has the digest and size that the manifest gives", () => {
    for (const { path, digest, size } of sealed.manifest.files) {
      const file = unzipped(path);
      expect(`sha256:${run("sha256sum", file).toString().slice(0, 64)}`).toBe(digest);
      expect(Number(run("stat", "-c", "%s", file).toString())).toBe(size);
    }
  });

  test("the bundle digest is that of manifest.json, a record's id that of its line", () => {
    expect(`sha256:${run("sha256sum", unzipped("manifest.json")).toString().slice(0, 64)}`).toBe(
      sealed.digest,
    );
    const lines = run("unzip", "-p", "bundle.tzb", "records/revisions.ndjson")
      .toString()
      .trimEnd()
      .split("\n");
    const ids = lines.map((line) => {
      writeFileSync(at("line"), line);
      return run("sha256sum", "line").toString().slice(0, 64);
    });
    const expected = submissionInput(office).content.revisions?.map(({ id }) => id);
    expect(ids).toEqual(expected?.toSorted());
  });
});

describe("age", () => {
  test("opens what we encrypt, with any of the recipients' identities", async () => {
    const recipients = [office.desk.age.recipient, office.root.age.recipient];
    writeFileSync(at("bundle.tzb.age"), await encryptTo(recipients, sealed.bytes));
    for (const { age } of [office.desk, office.root]) {
      writeFileSync(at("identity.txt"), `${age.identity}\n`, { mode: 0o600 });
      expect(run("age", "-d", "-i", "identity.txt", "bundle.tzb.age").equals(Buffer.from(sealed.bytes))).toBe(
        true,
      );
    }
  });

  test("encrypts what we open", async () => {
    const file = run("age", "-r", office.desk.age.recipient, "bundle.tzb");
    const trust = { ...office.trust, identities: [office.desk.age.identity] };
    expect(await verifyBundle(file, trust)).toMatchObject({
      status: "admitted",
      bundle: { digest: sealed.digest },
    });
  });
});
