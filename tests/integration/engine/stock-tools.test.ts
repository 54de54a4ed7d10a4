import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archivedBytes } from "#main/store/archived-bundles.ts";
import type { Session } from "#main/engine/session.ts";
import { makeCity, removeCity, revenue, save, Scene, seal, type City } from "../../support/workspaces.ts";

/** What `submit` writes, in the hands of people who do not have this program. */

let city: City;
let scene: Scene;
let laptop: Session;
let office: Session;

beforeAll(async () => {
  city = await makeCity({ fengcheng: "360981" });
  scene = new Scene(city);
  laptop = scene.laptop("fengcheng");
  office = scene.office();
});
afterAll(() => {
  scene.close();
  removeCity(city);
});

interface Listed {
  readonly files: readonly { readonly path: string; readonly digest: string; readonly size: number }[];
}

async function submitted(amount: string, encrypt: boolean) {
  save(laptop, "2024-03", { "indicator:T02-1": revenue(amount) });
  return seal(laptop, "2024-03", scene.out(), encrypt);
}

describe("a submission in the clear", () => {
  it("is signed as openssl verifies, and holds what unzip and sha256sum find in the manifest", async () => {
    const { file, digest } = await submitted("120000", false);
    const folder = mkdtempSync(join(scene.folder, "unzipped-"));
    execFileSync("unzip", ["-q", file, "-d", folder]);
    const { publicKey } = JSON.parse(readFileSync(join(folder, "signer.json"), "utf8"));
    writeFileSync(join(folder, "signer.pem"), publicKey);
    const verify = (manifest: string) =>
      execFileSync(
        "openssl",
        [
          "pkeyutl",
          "-verify",
          "-pubin",
          "-inkey",
          "signer.pem",
          "-rawin",
          "-in",
          manifest,
          "-sigfile",
          "manifest.sig",
        ],
        { cwd: folder, encoding: "utf8", stdio: "pipe" },
      );
    expect(verify("manifest.json")).toContain("Signature Verified Successfully");
    const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
    writeFileSync(join(folder, "other.json"), manifest.replace('"sequence":1', '"sequence":2'));
    expect(() => verify("other.json")).toThrow();

    const sums = (...paths: string[]) =>
      execFileSync("sha256sum", paths, { cwd: folder, encoding: "utf8" })
        .trimEnd()
        .split("\n")
        .map((line) => `sha256:${line.slice(0, 64)}`);
    expect(sums("manifest.json")).toEqual([digest]);
    const { files }: Listed = JSON.parse(manifest);
    expect(sums(...files.map(({ path }) => path))).toEqual(files.map((listed) => listed.digest));
    const names = execFileSync("unzip", ["-Z1", file], { encoding: "utf8" }).trimEnd().split("\n");
    expect(names.toSorted()).toEqual(
      ["manifest.json", "manifest.sig", ...files.map(({ path }) => path)].toSorted(),
    );
  });
});

describe("an encrypted submission", () => {
  it("opens with age and the office's identity into the very bundle that the laptop archived", async () => {
    const { file, digest } = await submitted("121000", true);
    expect(basename(file)).toBe(`${digest.slice(7, 23)}.tzb.age`);
    expect(readFileSync(file).includes("360981")).toBe(false);
    const identity = join(scene.folder, "identity.txt");
    const opened = join(scene.folder, "opened.tzb");
    const decrypt = (secret: string) => {
      writeFileSync(identity, `${secret}\n`, { mode: 0o600 });
      execFileSync("age", ["-d", "-i", identity, "-o", opened, file], { stdio: "pipe" });
    };
    expect(() => decrypt(laptop.keys?.device.ageIdentity ?? "")).toThrow();
    decrypt(office.keys?.device.ageIdentity ?? "");
    expect(readFileSync(opened)).toEqual(Buffer.from(archivedBytes(laptop.db, digest)));
  });
});
