import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { claim } from "./command.ts";
import type { Narrator } from "./narrator.ts";

/** The signature of a plain bundle, checked with unzip and openssl alone, where they are. */
export function outsideProof(bundle: string, tell: Narrator): void {
  const scratch = mkdtempSync(join(tmpdir(), "taizhang-proof-"));
  try {
    const unzipped = spawnSync("unzip", ["-q", bundle, "-d", scratch]);
    if (unzipped.error) return;
    const signer = z
      .object({ publicKey: z.string() })
      .parse(JSON.parse(readFileSync(join(scratch, "signer.json"), "utf8")));
    writeFileSync(join(scratch, "pub.pem"), signer.publicKey);
    const verified = spawnSync(
      "openssl",
      ["pkeyutl", "-verify", "-pubin", "-inkey", "pub.pem", "-rawin", "-in", "manifest.json", "-sigfile", "manifest.sig"],
      { cwd: scratch, encoding: "utf8" },
    );
    if (verified.error) return;
    claim(verified.status === 0, `openssl: ${verified.stdout}${verified.stderr}`);
    tell.line(`只用 unzip 和 openssl：${verified.stdout.trim()}`, `unzip and openssl alone: ${verified.stdout.trim()}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
