import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { SignatureSuite } from "#main/keys/suite.ts";
import { requireSuite } from "#main/keys/suites.ts";
import { verifyBundle } from "#main/bundle/verify.ts";
import { makeOffice, submission, submissionInput, SUITE } from "../support/bundles.ts";
import { encryptTo } from "../support/in-memory.ts";

/** Other programs judge what we write, and we read what they write: openssl, unzip, sha256sum, age. */

const SUITES = [requireSuite("ed25519-sha256"), requireSuite("sm2-sm3")];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-tools-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const run = (command: string, ...args: string[]): Buffer =>
  execFileSync(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });

async function sealedIn(suite: SignatureSuite) {
  const office = await makeOffice(suite);
  const sealed = await submission(office);
  writeFileSync(at("bundle.tzb"), sealed.bytes);
  return { office, sealed };
}

/** Takes an entry out with unzip and leaves it beside the bundle. */
function unzipped(entry: string): string {
  const path = at(entry.replaceAll("/", "_"));
  writeFileSync(path, run("unzip", "-p", "bundle.tzb", entry));
  return path;
}

function verify(suite: SignatureSuite, key: string, document: string, signature: string): string {
  const args =
    suite.name === "sm2-sm3"
      ? [
          "dgst",
          "-sm3",
          "-verify",
          key,
          "-sigopt",
          "distid:1234567812345678",
          "-signature",
          signature,
          document,
        ]
      : ["pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", document, "-sigfile", signature];
  return run("openssl", ...args).toString();
}
const VERIFIED = /^Signature Verified Successfully|^Verified OK/;

/** With the algorithm's name, as manifests write it. */
const digestOf = (suite: SignatureSuite, path: string): string =>
  suite.name === "sm2-sm3"
    ? `sm3:${run("openssl", "dgst", "-sm3", "-r", path).toString().slice(0, 64)}`
    : `sha256:${run("sha256sum", path).toString().slice(0, 64)}`;

describe.each(SUITES.map((suite) => [suite.name, suite] as const))("openssl and %s", (_, suite) => {
  test("verifies manifest, signer's certificate and root with the keys the certificates name", async () => {
    await sealedIn(suite);
    for (const [document, certificate] of [
      ["manifest", "signer"],
      ["signer", "root"],
      ["root", "root"],
    ] as const) {
      const { publicKey } = JSON.parse(run("unzip", "-p", "bundle.tzb", `${certificate}.json`).toString());
      writeFileSync(at("key.pem"), publicKey);
      const said = verify(suite, at("key.pem"), unzipped(`${document}.json`), unzipped(`${document}.sig`));
      expect(said).toMatch(VERIFIED);
    }
  });

  test("refuses what was changed", async () => {
    const { office } = await sealedIn(suite);
    writeFileSync(at("key.pem"), office.unit.publicKey);
    writeFileSync(at("changed.json"), `${run("unzip", "-p", "bundle.tzb", "manifest.json").toString()} `);
    expect(() => verify(suite, at("key.pem"), at("changed.json"), unzipped("manifest.sig"))).toThrow();
  });

  test("device id and check code can be had from a key without this program", async () => {
    const { office } = await sealedIn(suite);
    writeFileSync(at("key.pem"), office.unit.publicKey);
    run("openssl", "pkey", "-pubin", "-in", "key.pem", "-outform", "DER", "-out", "key.der");
    expect(run("sha256sum", "key.der").toString().slice(0, 32)).toBe(office.unit.device);
  });

  test("makes keys in the one form allowed, and signatures that hold here", () => {
    const algorithm = suite.name === "sm2-sm3" ? ["SM2"] : ["ed25519"];
    run("openssl", "genpkey", "-algorithm", ...algorithm, "-out", "made.pem");
    const publicKey = run("openssl", "pkey", "-in", "made.pem", "-pubout").toString();
    const key = suite.readPublicKey(publicKey);
    if (!key.ok) throw new Error("key refused");
    writeFileSync(at("document"), "样例");
    const sign =
      suite.name === "sm2-sm3"
        ? [
            "dgst",
            "-sm3",
            "-sign",
            "made.pem",
            "-sigopt",
            "distid:1234567812345678",
            "-out",
            "sig",
            "document",
          ]
        : ["pkeyutl", "-sign", "-inkey", "made.pem", "-rawin", "-in", "document", "-out", "sig"];
    run("openssl", ...sign);
    const signature = readFileSync(at("sig"));
    expect(suite.isSignatureForm(signature)).toBe(true);
    expect(suite.verify(key.value, Buffer.from("样例"), signature)).toBe(true);
    expect(suite.verify(key.value, Buffer.from("别的"), signature)).toBe(false);
  });

  test("reads the private keys that we make", () => {
    const { privateKey, publicKey } = suite.generate();
    writeFileSync(at("private.pem"), privateKey, { mode: 0o600 });
    expect(run("openssl", "pkey", "-in", "private.pem", "-pubout").toString()).toBe(publicKey);
  });
});

describe.each(SUITES.map((suite) => [suite.name, suite] as const))("unzip, digests and %s", (_, suite) => {
  test("the archive tests clean", async () => {
    await sealedIn(suite);
    expect(run("unzip", "-t", "bundle.tzb").toString()).toContain("No errors detected");
  });

  test("every listed entry has the digest and size that the manifest gives, the bundle that of its manifest", async () => {
    const { sealed } = await sealedIn(suite);
    expect(digestOf(suite, unzipped("manifest.json"))).toBe(sealed.digest);
    for (const { path, digest, size } of sealed.manifest.files) {
      const file = unzipped(path);
      expect(digestOf(suite, file)).toBe(digest);
      expect(Number(run("stat", "-c", "%s", file).toString())).toBe(size);
    }
  });

  test("a record's id is the SHA-256 of its line", async () => {
    const { office } = await sealedIn(suite);
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
    const { office, sealed } = await sealedIn(SUITE);
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
    const { office, sealed } = await sealedIn(SUITE);
    const file = run("age", "-r", office.desk.age.recipient, "bundle.tzb");
    const trust = { ...office.trust, identities: [office.desk.age.identity] };
    expect(await verifyBundle(file, trust)).toMatchObject({
      status: "admitted",
      bundle: { digest: sealed.digest },
    });
  });
});
