import {
  contentOf,
  MANIFEST,
  MANIFEST_SIGNATURE,
  REVOCATIONS,
  REVOCATIONS_SIGNATURE,
  ROOT,
  ROOT_SIGNATURE,
  SIGNER,
  SIGNER_SIGNATURE,
} from "#shared/bundle/entries.ts";
import { KIND_RULES } from "#shared/bundle/kind-rules.ts";
import type { KindRule } from "#shared/bundle/kind-rules.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import type { OpenedArchive } from "./open.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";

/** The archive holds exactly what the manifest lists, and the manifest lists only what its kind may hold. */
export function entriesFault(manifest: Manifest, archive: OpenedArchive): Refusal | null {
  const listed = new Set(manifest.files.map((file) => file.path));
  const rule = KIND_RULES[manifest.kind];
  const missing = [...listed, ...requiredPaths(rule)].find(
    (path) => !listed.has(path) || !archive.entries.has(path),
  );
  if (missing !== undefined) return refusal("unexpected-entry", `missing: ${missing}`);
  for (const name of archive.entries.keys()) {
    if (name === MANIFEST || name === MANIFEST_SIGNATURE) {
      if (listed.has(name)) return refusal("unexpected-entry", `listed: ${name}`);
    } else if (!listed.has(name) || !isAllowed(name, rule)) {
      return refusal("unexpected-entry", name);
    }
  }
  const contents = new Set([...listed].map(contentOf));
  const lacking = rule.required.find((content) => !contents.has(content));
  if (lacking !== undefined) return refusal("unexpected-entry", `missing: ${lacking}`);
  const halfSigned = listed.has(REVOCATIONS) !== listed.has(REVOCATIONS_SIGNATURE);
  return halfSigned ? refusal("unexpected-entry", "revocations without their other half") : null;
}

function requiredPaths(rule: KindRule): string[] {
  const signer = [SIGNER, SIGNER_SIGNATURE];
  return rule.signer === "self" ? signer : [...signer, ROOT, ROOT_SIGNATURE];
}

function isAllowed(name: string, rule: KindRule): boolean {
  if (requiredPaths(rule).includes(name)) return true;
  const content = contentOf(name);
  return content !== null && (rule.required.includes(content) || rule.optional.includes(content));
}
