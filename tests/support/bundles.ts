import { readFileSync } from "node:fs";
import type { EnrolGrant, EnrolRequest } from "#shared/bundle/enrolment.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { planSchema, type Plan } from "#shared/plan/schema.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { recordIdSchema } from "#shared/ledger/record.ts";
import { generateAgeKeyPair, type AgeKeyPair } from "#main/bundle/age.ts";
import type {
  BundleContent,
  BundleSigner,
  RecordBytes,
  SealedBundle,
  SealInput,
  SignedBytes,
  Trust,
} from "#main/bundle/types.ts";
import {
  identityOfKey,
  issueCertificate,
  selfSignedApplicant,
  selfSignedRoot,
  type SignedCertificate,
} from "#main/keys/certificate.ts";
import type { SignatureSuite } from "#main/keys/suite.ts";
import { requireSuite } from "#main/keys/suites.ts";
import { sha256Hex } from "#main/keys/sha256.ts";
import { assembled, type BundleInMemory } from "./in-memory.ts";

/** Real keys, certificates and bundles of a small office: one root, an office laptop, two units' laptops. */

export const SUITE = requireSuite("ed25519-sha256");
export const PLAN_ID = "yichun-869";
export const UNIT = unitKeySchema.parse("360981");
export const OTHER_UNIT = unitKeySchema.parse("360982");
export const OFFICE_UNIT = unitKeySchema.parse("gxj");
export const PERIOD = periodSchema.parse("2024-03");
export const CREATED_AT = "2024-04-03T01:05:00.000Z";
export const VALIDITY = { notBefore: "2024-01-01T00:00:00.000Z", notAfter: "2026-12-31T23:59:59.999Z" };

/** The keys of one workspace. */
export interface LaptopKeys {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly age: AgeKeyPair;
}

export interface Laptop extends LaptopKeys {
  readonly suite: SignatureSuite;
  readonly device: string;
  readonly certificate: SignedCertificate;
}

export interface Office {
  readonly root: Laptop;
  readonly desk: Laptop;
  readonly unit: Laptop;
  readonly otherUnit: Laptop;
  readonly trust: Trust;
}

const subjectOf = (age: AgeKeyPair, unit: string, validity = VALIDITY) => ({
  encryption: age.recipient,
  officers: ["填报人甲"],
  plan: PLAN_ID,
  unit,
  ...validity,
});

const newKeys = async (suite: SignatureSuite): Promise<LaptopKeys> => ({
  ...suite.generate(),
  age: await generateAgeKeyPair(),
});

export const makeRoot = async (suite = SUITE): Promise<Laptop> => rootWith(await newKeys(suite), suite);

export function rootWith(keys: LaptopKeys, suite: SignatureSuite): Laptop {
  const certificate = selfSignedRoot(
    { suite: suite.name, privateKey: keys.privateKey },
    subjectOf(keys.age, OFFICE_UNIT),
  );
  return { ...keys, suite, device: certificate.certificate.device, certificate };
}

interface Enrolment {
  readonly role?: "reporter" | "office";
  readonly validity?: typeof VALIDITY;
}

export const makeLaptop = async (
  root: Laptop,
  unit: string,
  serial: number,
  enrolment: Enrolment = {},
): Promise<Laptop> => laptopWith(await newKeys(root.suite), { root, unit, serial, ...enrolment });

export function laptopWith(
  keys: LaptopKeys,
  {
    root,
    unit,
    serial,
    role = "reporter",
    validity = VALIDITY,
  }: Enrolment & { readonly root: Laptop; readonly unit: string; readonly serial: number },
): Laptop {
  const { publicKey, age } = keys;
  const certificate = issueCertificate(root, { ...subjectOf(age, unit, validity), publicKey, role, serial });
  return { ...keys, suite: root.suite, device: certificate.certificate.device, certificate };
}

export async function makeOffice(suite = SUITE): Promise<Office> {
  const root = await makeRoot(suite);
  const [desk, unit, otherUnit] = await Promise.all([
    makeLaptop(root, OFFICE_UNIT, 1, { role: "office" }),
    makeLaptop(root, UNIT, 2),
    makeLaptop(root, OTHER_UNIT, 3),
  ]);
  return { root, desk, unit, otherUnit, trust: trustIn(root) };
}

/** The root pinned, version 1 of the plan known, no revocations, no age identities. */
export function trustIn(root: Laptop, changes: Partial<Trust> = {}): Trust {
  const { fingerprint } = identityOfKey({ suite: root.suite.name, privateKey: root.privateKey });
  return {
    roots: [fingerprint],
    revocations: [],
    plans: { id: PLAN_ID, versions: new Map([[1, PLAN_DIGEST]]) },
    identities: [],
    ...changes,
  };
}

export const signerOf = (laptop: Laptop, root: Laptop | null): BundleSigner => ({
  privateKey: laptop.privateKey,
  certificate: laptop.certificate,
  root: root === null ? null : root.certificate,
});

/** The plan of the notice, under the version asked for. */
export function planOf(version = 1): Plan {
  const text = readFileSync(new URL("../../seeds/yichun-869/plan.json", import.meta.url), "utf8");
  return planSchema.parse({ ...JSON.parse(text), version });
}
export const PLAN_BYTES = toCanonicalBytes(planOf());
export const PLAN_DIGEST = `sha256:${sha256Hex(PLAN_BYTES)}`;

/** A record of any content as it would stand in a records file: its checks are what the tests are about. */
export function recordBytes(value: unknown): RecordBytes {
  const bytes = toCanonicalBytes(value);
  return { id: recordIdSchema.parse(sha256Hex(bytes)), bytes };
}

export interface RecordChanges {
  readonly device?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly plan?: string;
  readonly planVersion?: number;
  readonly item?: string;
  readonly type?: string;
  readonly body?: unknown;
  readonly parents?: readonly string[];
}

const recordOf = (laptop: Laptop, changes: RecordChanges): Record<string, unknown> => ({
  at: "2024-04-03T01:02:03.004Z",
  author: { name: "填报人甲", role: "filler" },
  body: changes.body,
  device: changes.device ?? laptop.device,
  format: "taizhang-record",
  parents: changes.parents ?? [],
  planVersion: changes.planVersion ?? 1,
  subject: {
    item: changes.item ?? "indicator:T02-1",
    period: changes.period ?? PERIOD,
    plan: changes.plan ?? PLAN_ID,
    unit: changes.unit ?? UNIT,
  },
  type: changes.type ?? "indicator-value",
  v: 1,
});

/** 样例: an indicator value of the laptop's unit. */
export const revisionBytes = (laptop: Laptop, amount: string, changes: RecordChanges = {}): RecordBytes =>
  recordBytes(recordOf(laptop, { body: { inputs: { revenue: amount } }, ...changes }));

export const decisionBytes = (laptop: Laptop, revision: string, changes: RecordChanges = {}): RecordBytes =>
  recordBytes(
    recordOf(laptop, { type: "decision", body: { outcome: "accepted", revisions: [revision] }, ...changes }),
  );

export type InputChanges = Partial<Omit<SealInput, "content">> & { readonly content?: BundleContent };

const inputOf = (signer: BundleSigner, kind: SealInput["kind"], changes: InputChanges): SealInput => ({
  kind,
  unit: UNIT,
  plan: { id: PLAN_ID, version: 1 },
  periods: [PERIOD],
  people: { filler: "填报人甲", reviewer: "审核人乙", head: "负责人丙" },
  sequence: 1,
  previous: null,
  createdAt: CREATED_AT,
  signer,
  content: {},
  ...changes,
});

/** Three indicator values of the unit, unless other content is given. */
export function submissionInput({ root, unit }: Office, changes: InputChanges = {}): SealInput {
  const revisions = ["1", "2.5", "30"].map((amount, i) =>
    revisionBytes(unit, amount, { item: `indicator:T0${String(i + 2)}-1` }),
  );
  return inputOf(signerOf(unit, root), "submission", { content: { revisions }, ...changes });
}

export function planInput({ root }: Office, changes: InputChanges = {}): SealInput {
  const content = { plan: PLAN_BYTES };
  return inputOf(signerOf(root, root), "plan", { unit: null, periods: [], people: {}, content, ...changes });
}

export function receiptInput({ root, desk }: Office, changes: InputChanges = {}): SealInput {
  const content: BundleContent = { receipt: { format: "taizhang-receipt", v: 1, bundles: [] } };
  return inputOf(signerOf(desk, root), "receipt", { people: { office: "汇总员丁" }, content, ...changes });
}

/** A laptop that no root has certified yet, its request and the bundle's input. */
export const requestInput = async (
  changes: InputChanges = {},
): Promise<{ laptop: Laptop; input: SealInput }> => requestWith(await newKeys(SUITE), SUITE, changes);

export function requestWith(
  keys: LaptopKeys,
  suite: SignatureSuite,
  changes: InputChanges = {},
): { laptop: Laptop; input: SealInput } {
  const { privateKey, publicKey, age } = keys;
  const key = { suite: suite.name, privateKey };
  const certificate = selfSignedApplicant(key, subjectOf(age, UNIT), "reporter");
  const { device } = certificate.certificate;
  const laptop = { ...keys, suite, device, certificate };
  const request: EnrolRequest = {
    format: "taizhang-enrol-request",
    v: 1,
    device,
    encryption: age.recipient,
    officers: ["填报人甲"],
    plan: { id: PLAN_ID, version: 1 },
    publicKey,
    role: "reporter",
    suite: suite.name,
    unit: UNIT,
  };
  const signer = signerOf(laptop, null);
  return {
    laptop,
    input: inputOf(signer, "enrol-request", { periods: [], content: { request }, ...changes }),
  };
}

/** The root certifies the unit's key; `request` is the digest of the request it answers. */
export function grantInput(office: Office, request: SealedBundle, changes: InputChanges = {}): SealInput {
  const { root, desk, unit } = office;
  const grant: EnrolGrant = {
    format: "taizhang-enrol-grant",
    v: 1,
    certificate: unit.certificate.certificate,
    certificateSignature: Buffer.from(unit.certificate.signature).toString("base64"),
    office: { name: "样例汇总办公室", recipients: [desk.age.recipient], unit: OFFICE_UNIT },
    plan: { id: PLAN_ID, version: 1 },
    request: request.digest,
  };
  return inputOf(signerOf(root, root), "enrol-grant", {
    periods: [],
    people: {},
    content: { grant },
    ...changes,
  });
}

export function revocationsOf(root: Laptop, serial: number, keep: readonly string[] = []): SignedBytes {
  const bytes = toCanonicalBytes({
    format: "taizhang-revocations",
    plan: PLAN_ID,
    revoked: [{ keep: [...keep].toSorted(), serial }],
    v: 1,
  });
  return { bytes, signature: root.suite.sign(root.privateKey, bytes) };
}

export const submission = (office: Office, changes: InputChanges = {}): Promise<BundleInMemory> =>
  assembled(submissionInput(office, changes));
