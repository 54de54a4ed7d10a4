import { createHash, hash } from "node:crypto";
import type { RunningDigest } from "./suite.ts";

/** Lower-case hex: ids of records, devices, attachments and fingerprints are SHA-256 in every suite. */
export const sha256Hex = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");

/** The same, of bytes that come in pieces. */
export function startSha256(): RunningDigest<string> {
  const running = createHash("sha256");
  return { add: (bytes) => void running.update(bytes), end: () => running.digest("hex") };
}
