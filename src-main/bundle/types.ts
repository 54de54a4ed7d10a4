import type { Certificate } from "#shared/bundle/certificate.ts";
import type { EnrolGrant, EnrolRequest } from "#shared/bundle/enrolment.ts";
import type { BundleDigest, Fingerprint } from "#shared/bundle/identifiers.ts";
import type { BundleKind, Manifest, People, PlanReference } from "#shared/bundle/manifest.ts";
import type { HeldReason, RejectionReason } from "#shared/bundle/reasons.ts";
import type { Receipt } from "#shared/bundle/receipt.ts";
import type { RevocationList, RootRevocations } from "#shared/bundle/revocations.ts";
import type { StepStates } from "#shared/bundle/steps.ts";
import type { DeviceId, LedgerRecord, RecordId } from "#shared/ledger/record.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { SignedCertificate } from "../keys/certificate.ts";
import type { ByteSource } from "./byte-source.ts";

/** A record as it stands in a records file, without the line's LF. */
export interface RecordBytes {
  readonly id: RecordId;
  readonly bytes: Uint8Array;
}

export interface SignedBytes {
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Who seals: the device's key and certificate, and its root's certificate (null only in an enrolment request). */
export interface BundleSigner {
  readonly privateKey: string;
  readonly certificate: SignedCertificate;
  readonly root: SignedCertificate | null;
}

export interface BundleContent {
  readonly revisions?: readonly RecordBytes[];
  readonly decisions?: readonly RecordBytes[];
  /** `plan.json`, canonical. */
  readonly plan?: Uint8Array;
  readonly receipt?: Receipt;
  readonly request?: EnrolRequest;
  readonly grant?: EnrolGrant;
  /** `revocations.json` with the root's signature. */
  readonly revocations?: SignedBytes;
  /** Original bundles of other devices, decrypted. */
  readonly bundles?: readonly { readonly digest: BundleDigest; readonly source: ByteSource }[];
  readonly attachments?: readonly { readonly sha256: string; readonly source: ByteSource }[];
}

export interface SealInput {
  readonly kind: BundleKind;
  readonly unit: UnitKey | null;
  readonly plan: PlanReference;
  readonly periods: readonly Period[];
  readonly people: People;
  readonly sequence: number;
  readonly previous: BundleDigest | null;
  /** `YYYY-MM-DDTHH:MM:SS.sssZ` */
  readonly createdAt: string;
  readonly signer: BundleSigner;
  readonly content: BundleContent;
}

export interface SealedBundle {
  readonly digest: BundleDigest;
  readonly manifest: Manifest;
}

/** Everything a verdict depends on beside the bytes. */
export interface Trust {
  readonly roots: readonly Fingerprint[];
  readonly revocations: readonly RootRevocations[];
  /** The plan worked under and the versions of it present; null while none is. */
  readonly plans: KnownPlans | null;
  /** age identities (`AGE-SECRET-KEY-1…`) to decrypt with. */
  readonly identities: readonly string[];
}

export interface KnownPlans {
  readonly id: string;
  /** Version → `sha256:` and the hex SHA-256 of its `plan.json`, whatever the suite. */
  readonly versions: ReadonlyMap<number, string>;
}

/** A record as it is read; `canonical` is the text that its id is the digest of. */
export interface OpenedRecord {
  readonly id: RecordId;
  readonly canonical: string;
  readonly record: LedgerRecord;
}

/** A bundle whose every check passed; nothing in it is executed and no path in it is used as a path. */
export interface OpenedBundle {
  readonly digest: BundleDigest;
  /** The decrypted `.tzb`: what is archived. */
  readonly source: ByteSource;
  readonly manifest: Manifest;
  readonly signer: SignedCertificate;
  /** The root that vouches for the signer; null for an enrolment request. */
  readonly root: { readonly fingerprint: Fingerprint; readonly certificate: Certificate } | null;
  /** `digest` is what `KnownPlans.versions` wants. */
  readonly plan?: { readonly bytes: Uint8Array; readonly value: Plan; readonly digest: string };
  readonly receipt?: Receipt;
  readonly revocations?: SignedBytes & { readonly list: RevocationList };
  readonly request?: EnrolRequest;
  readonly grant?: { readonly value: EnrolGrant; readonly certificate: SignedCertificate };
  /** Bundles within, to be judged as if handed over separately. `digest` is what the name says. */
  readonly embedded: readonly { readonly digest: BundleDigest; readonly source: ByteSource }[];
  readonly attachments: readonly { readonly sha256: string; readonly source: ByteSource }[];
}

/** What a refused bundle says of itself; nothing of it is proven. */
export interface Claimed {
  readonly digest: BundleDigest;
  readonly kind: BundleKind;
  readonly unit: UnitKey | null;
  readonly device: DeviceId;
  readonly sequence: number;
  readonly createdAt: string;
}

export interface Admitted {
  readonly status: "admitted";
  readonly bundle: OpenedBundle;
  readonly steps: StepStates;
}
export interface Held {
  readonly status: "held";
  readonly reason: HeldReason;
  readonly bundle: OpenedBundle;
  readonly steps: StepStates;
}
export interface Rejected {
  readonly status: "rejected";
  readonly reason: RejectionReason;
  /** For logs and experts: entry, line or member concerned, in English. */
  readonly detail?: string;
  /** Present once the manifest could be read. */
  readonly claimed?: Claimed;
  readonly steps: StepStates;
}

/** A function of the bytes, the pinned roots, all revocations known and the plan versions present. */
export type Verdict = Admitted | Held | Rejected;
