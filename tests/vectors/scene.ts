import type { Fingerprint, SuiteName } from "#shared/bundle/identifiers.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { BundleSigner, SealInput, SignedBytes } from "#main/bundle/types.ts";
import type { SignedCertificate } from "#main/keys/certificate.ts";
import type { SignatureSuite } from "#main/keys/suite.ts";
import { requireSuite } from "#main/keys/suites.ts";
import {
  laptopWith,
  OFFICE_UNIT,
  OTHER_UNIT,
  revisionBytes,
  rootWith,
  signerOf,
  submissionInput,
  trustIn,
  UNIT,
  type InputChanges,
  type Laptop,
  type LaptopKeys,
  type Office,
} from "../support/bundles.ts";
import { assembled, type BundleInMemory } from "../support/in-memory.ts";
import { resealed, type Entries } from "../support/rezip.ts";
import { keysOf } from "./fixed-keys.ts";

/** One office with its laptops, and a stranger's office, all with fixed keys of one suite. */
export interface Scene extends Office {
  readonly suite: SignatureSuite;
  /** A second laptop of the unit. */
  readonly sister: Laptop;
  /** A root that nobody pinned, and a laptop it certified for the same unit. */
  readonly stranger: Laptop;
  readonly strangersUnit: Laptop;
  /** Keys that no root has certified. */
  readonly applicant: LaptopKeys & { readonly suite: SignatureSuite };
  readonly fingerprint: Fingerprint;
}

export async function sceneOf(name: SuiteName): Promise<Scene> {
  const suite = requireSuite(name);
  const root = rootWith(await keysOf(suite, "root"), suite);
  const stranger = rootWith(await keysOf(suite, "stranger"), suite);
  const trust = trustIn(root);
  const [fingerprint] = trust.roots;
  if (fingerprint === undefined) throw new Error("no root");
  return {
    suite,
    root,
    desk: laptopWith(await keysOf(suite, "desk"), { root, unit: OFFICE_UNIT, serial: 1, role: "office" }),
    unit: laptopWith(await keysOf(suite, "unit"), { root, unit: UNIT, serial: 2 }),
    otherUnit: laptopWith(await keysOf(suite, "other unit"), { root, unit: OTHER_UNIT, serial: 3 }),
    sister: laptopWith(await keysOf(suite, "sister"), { root, unit: UNIT, serial: 4 }),
    stranger,
    strangersUnit: laptopWith(await keysOf(suite, "stranger's unit"), {
      root: stranger,
      unit: UNIT,
      serial: 1,
    }),
    applicant: { ...(await keysOf(suite, "applicant")), suite },
    trust,
    fingerprint,
  };
}

export const bytesOf = async (input: SealInput): Promise<Uint8Array> => (await assembled(input)).bytes;

/** A submission of the unit with one revision, unless other content is given. */
export const smallInput = (scene: Scene, changes: InputChanges = {}): SealInput =>
  submissionInput(scene, { content: { revisions: [revisionBytes(scene.unit, "1")] }, ...changes });

export const small = (scene: Scene, changes: InputChanges = {}): Promise<BundleInMemory> =>
  assembled(smallInput(scene, changes));

/** The bundle changed, listed anew and signed by the laptop: what a dishonest device could send. */
export const resealedBy = (
  laptop: Pick<Laptop, "privateKey" | "suite">,
  bundle: Uint8Array,
  change: (entries: Entries, manifest: Record<string, unknown>) => void,
): Promise<Uint8Array> => resealed(bundle, laptop.privateKey, change, laptop.suite);

/** Any value signed by the laptop's key. */
export function signedBy(laptop: Laptop, value: unknown): SignedBytes {
  const bytes = toCanonicalBytes(value);
  return { bytes, signature: laptop.suite.sign(laptop.privateKey, bytes) };
}

/** The laptop's certificate with other members, signed by `issuer`: what a root could issue, or anyone could claim. */
export function recertified(
  laptop: Laptop,
  issuer: Laptop,
  changes: Partial<SignedCertificate["certificate"]>,
): SignedCertificate {
  const certificate = { ...laptop.certificate.certificate, ...changes };
  return { certificate, ...signedBy(issuer, certificate) };
}

/** Signs with the laptop's key under another certificate. */
export const signerWith = (laptop: Laptop, root: Laptop, certificate: SignedCertificate): BundleSigner => ({
  ...signerOf(laptop, root),
  certificate,
});
