import type { Content } from "./kind-rules.ts";
import { LIMITS } from "./limits.ts";

/** Entry names of a bundle. Everything is a fixed name but embedded bundles and attachments. */

export const MANIFEST = "manifest.json";
export const MANIFEST_SIGNATURE = "manifest.sig";
export const SIGNER = "signer.json";
export const SIGNER_SIGNATURE = "signer.sig";
export const ROOT = "root.json";
export const ROOT_SIGNATURE = "root.sig";
export const REVISIONS = "records/revisions.ndjson";
export const DECISIONS = "records/decisions.ndjson";
export const PLAN = "plan.json";
export const REVOCATIONS = "revocations.json";
export const REVOCATIONS_SIGNATURE = "revocations.sig";
export const RECEIPT = "receipt.json";
export const REQUEST = "request.json";
export const GRANT = "grant.json";

const FIXED: ReadonlyMap<string, Content> = new Map([
  [REVISIONS, "revisions"],
  [DECISIONS, "decisions"],
  [PLAN, "plan"],
  [REVOCATIONS, "revocations"],
  [REVOCATIONS_SIGNATURE, "revocations"],
  [RECEIPT, "receipt"],
  [REQUEST, "request"],
  [GRANT, "grant"],
]);

const CREDENTIALS: ReadonlySet<string> = new Set([
  MANIFEST_SIGNATURE,
  SIGNER,
  SIGNER_SIGNATURE,
  ROOT,
  ROOT_SIGNATURE,
  REVOCATIONS_SIGNATURE,
]);

const EMBEDDED = /^bundles\/([0-9a-f]{64})\.tzb$/;
const ATTACHMENT = /^attachments\/([0-9a-f]{64})$/;

export const embeddedPath = (digestHex: string): string => `bundles/${digestHex}.tzb`;
export const attachmentPath = (sha256: string): string => `attachments/${sha256}`;

/** Hex of the manifest digest an embedded bundle is named by, or null. */
export const embeddedDigestHex = (path: string): string | null => EMBEDDED.exec(path)?.[1] ?? null;
/** SHA-256 an attachment is named by, or null. */
export const attachmentSha256 = (path: string): string | null => ATTACHMENT.exec(path)?.[1] ?? null;

/** Which content the entry belongs to; null for manifest, certificates and names the format does not have. */
export function contentOf(path: string): Content | null {
  if (EMBEDDED.test(path)) return "bundles";
  if (ATTACHMENT.test(path)) return "attachments";
  return FIXED.get(path) ?? null;
}

/** No entry is used as a path; these names are refused as hostile wherever they stand. */
export function isHostilePath(path: string): boolean {
  return (
    path === "" ||
    path.startsWith("/") ||
    path.includes("\\") ||
    /^[A-Za-z]:/.test(path) ||
    path.split("/").some((part) => part === "" || part === "." || part === "..")
  );
}

/** The most bytes an entry of this name may have. */
export function sizeLimitOf(path: string): number {
  if (path === REVISIONS || path === DECISIONS) return LIMITS.recordsFile;
  if (ATTACHMENT.test(path)) return LIMITS.attachment;
  if (EMBEDDED.test(path)) return LIMITS.bundle;
  return CREDENTIALS.has(path) ? LIMITS.credential : LIMITS.document;
}
