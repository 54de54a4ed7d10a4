import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { claim } from "./hand.ts";
import type { Play } from "./play.ts";

const certificateSchema = z.object({ publicKey: z.string() });

/** The whole chain of a plain bundle with unzip and openssl alone: fingerprint → root → laptop → manifest. */
export function outsideProof({ tell, fingerprint }: Play, bundle: string): void {
  tell.chapter("不用本程序也能核验", "Anyone can verify without this program");
  const scratch = mkdtempSync(join(tmpdir(), "taizhang-proof-"));
  try {
    const run = (command: string, ...args: string[]): Buffer => {
      const { error, status, stdout, stderr } = spawnSync(command, args, { cwd: scratch });
      if (error) throw new Missing(command);
      claim(status === 0, `${command} ${args.join(" ")}: ${stdout.toString()}${stderr.toString()}`);
      return stdout;
    };
    if (!/^OpenSSL [3-9]/.test(run("openssl", "version").toString())) throw new Missing("OpenSSL 3");
    run("unzip", "-q", resolve(bundle));
    for (const name of ["root", "signer"]) {
      const text = readFileSync(join(scratch, `${name}.json`), "utf8");
      writeFileSync(join(scratch, `${name}.pem`), certificateSchema.parse(JSON.parse(text)).publicKey);
    }
    run("openssl", "pkey", "-pubin", "-in", "root.pem", "-outform", "DER", "-out", "root.der");
    const digest = run("openssl", "dgst", "-sha256", "-r", "root.der").toString().slice(0, 64);
    claim(digest === fingerprint, `the root's digest ${digest} is not the fingerprint`);
    tell.command(["unzip", bundle]);
    for (const [key, signed] of [
      ["root", "root"],
      ["root", "signer"],
      ["signer", "manifest"],
    ] as const) {
      const args = [
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        `${key}.pem`,
        "-rawin",
        "-in",
        `${signed}.json`,
      ];
      const said = run("openssl", ...args, "-sigfile", `${signed}.sig`)
        .toString()
        .trim();
      if (signed === "manifest") tell.command(["openssl", ...args, "-sigfile", `${signed}.sig`]);
      if (signed === "manifest") tell.plain([said]);
    }
    tell.line(
      "校验码 → 根证书 → 电脑证书 → 清单，逐级相符",
      "fingerprint → root → laptop → manifest, every step holds",
    );
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    tell.line(`这里没有 ${error.message}，略过`, `${error.message} is not here: left out`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

class Missing extends Error {}
