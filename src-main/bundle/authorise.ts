import { KIND_RULES } from "#shared/bundle/kind-rules.ts";
import { isRevoked } from "#shared/bundle/revocations.ts";
import type { RootRevocations } from "#shared/bundle/revocations.ts";
import type { Documents } from "./read-documents.ts";
import type { ReadManifest } from "./read-manifest.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";

/** `expired-certificate`, `revoked`, `wrong-role`, `wrong-unit`: the certificate against manifest and kind. */
export function authorisationFault(
  read: ReadManifest,
  documents: Documents,
  known: readonly RootRevocations[],
): Refusal | null {
  return (
    validityFault(read, documents) ??
    revocationFault(read, documents, known) ??
    roleFault(read, documents) ??
    unitFault(read, documents)
  );
}

// NOTE: the bundle's own time is judged, never the importer's clock: the verdict must not change by waiting.
function validityFault({ manifest }: ReadManifest, { signer }: Documents): Refusal | null {
  const { notBefore, notAfter } = signer.certificate;
  const within = notBefore <= manifest.createdAt && manifest.createdAt <= notAfter;
  return within ? null : refusal("expired-certificate", `${notBefore} to ${notAfter}`);
}

function revocationFault(
  { digest }: ReadManifest,
  { signer, root, revocations }: Documents,
  known: readonly RootRevocations[],
): Refusal | null {
  if (root === null) return null;
  const lists = revocations ? [...known, { root: root.fingerprint, list: revocations.list }] : known;
  const { serial } = signer.certificate;
  return isRevoked(lists, root.fingerprint, serial, digest)
    ? refusal("revoked", `serial ${String(serial)}`)
    : null;
}

function roleFault({ manifest }: ReadManifest, { signer, root, grant }: Documents): Refusal | null {
  const { role, unit } = signer.certificate;
  const fits = {
    self: role !== "root",
    root: role === "root" && isSame(signer, root),
    office: role === "office" && !isSame(signer, root),
    // NOTE: the office reports for itself alone; its certificate must not stand in for a county's laptop.
    unit: (role === "reporter" || (role === "office" && manifest.unit === unit)) && !isSame(signer, root),
  }[KIND_RULES[manifest.kind].signer];
  if (!fits) return refusal("wrong-role", role);
  if (root !== null && root.certificate.role !== "root") return refusal("wrong-role", "root certificate");
  return grant?.certificate.certificate.role === "root" ? refusal("wrong-role", "granted root") : null;
}

/** A root signs with its own key: no key is given the role by a certificate. */
const isSame = (signer: Documents["signer"], root: Documents["root"]): boolean =>
  signer.fingerprint === root?.fingerprint;

function unitFault({ manifest }: ReadManifest, { signer, grant }: Documents): Refusal | null {
  const rule = KIND_RULES[manifest.kind].unit;
  const fits = {
    none: manifest.unit === null,
    addressee: manifest.unit !== null,
    own: manifest.unit === signer.certificate.unit,
    requested: manifest.unit === signer.certificate.unit,
  }[rule];
  if (!fits) return refusal("wrong-unit", String(manifest.unit));
  const granted = grant?.certificate.certificate.unit;
  return granted !== undefined && granted !== manifest.unit
    ? refusal("wrong-unit", `granted to ${granted}`)
    : null;
}
