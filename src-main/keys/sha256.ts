import { createHash } from "node:crypto";

/** Lower-case hex: ids of records, devices, attachments and fingerprints are SHA-256 in every suite. */
export const sha256Hex = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
