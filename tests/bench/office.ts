import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateAgeKeyPair } from "#main/bundle/age.ts";
import { createOfficeWorkspace, createReporterWorkspace } from "#main/engine/workspace/create-workspace.ts";
import type { EngineDependencies, Session } from "#main/engine/session.ts";
import { workspaceView } from "#main/engine/workspace/workspace-view.ts";
import { newEntry, recordBytes } from "#main/engine/bundles/own-bundle.ts";
import { signedFromRow } from "#main/engine/trust/stored-certificate.ts";
import { identityOfKey, issueCertificate } from "#main/keys/certificate.ts";
import type { BundleDigest } from "#shared/bundle/identifiers.ts";
import type { BundleSigner } from "#main/bundle/types.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { requireSuite } from "#main/keys/suites.ts";
import { rootCertificate } from "#main/store/trust.ts";
import { revisionSchema, type DeviceId } from "#shared/ledger/record.ts";
import { periodSchema, unitKeySchema, type UnitKey } from "#shared/plan/ids.ts";
import { assembled, type BundleInMemory } from "../support/in-memory.ts";

const AT = "2024-04-05T01:00:00.000Z";
const UNIT = unitKeySchema.parse("360981");
const PERIODS = ["2024-02", "2024-03"].map((period) => periodSchema.parse(period));

export const dependencies: EngineDependencies = {
  clock: () => new Date(AT),
  bundledPlan: () => readFileSync(join(import.meta.dirname, "..", "..", "seeds", "yichun-869", "plan.json")),
};

export async function newOffice(dir: string): Promise<Session> {
  const made = await createOfficeWorkspace(dependencies, {
    dir,
    name: "市级汇总员",
    passphrase: "bench-passphrase",
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

export async function newReporter(dir: string): Promise<Session> {
  const made = await createReporterWorkspace(dependencies, { dir, unit: UNIT, name: "填报人甲" });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

export interface Laptop {
  readonly privateKey: string;
  readonly device: DeviceId;
  readonly signer: BundleSigner;
}

/** A laptop of one unit, certified by the office's root. */
export async function newLaptop(office: Session, unit: UnitKey = UNIT, serial = 99): Promise<Laptop> {
  const root = rootCertificate(office.db, workspaceView(office).fingerprint ?? "");
  const secrets = office.keys?.root;
  if (root === undefined || !secrets) throw new Error("an office without its root");
  const suite = requireSuite("ed25519-sha256");
  const { privateKey, publicKey } = suite.generate();
  const { device } = identityOfKey({ suite: suite.name, privateKey });
  const certificate = issueCertificate(
    { privateKey: secrets.privateKey, certificate: signedFromRow(root) },
    {
      encryption: (await generateAgeKeyPair()).recipient,
      officers: ["填报人甲"],
      plan: office.plan.id,
      unit,
      notBefore: "2024-01-01T00:00:00.000Z",
      notAfter: "2027-12-31T00:00:00.000Z",
      publicKey,
      role: "reporter",
      serial,
    },
  );
  return { privateKey, device, signer: { privateKey, certificate, root: signedFromRow(root) } };
}

/** Genuine submissions of the laptop, one after the other, holding that many register rows between them. */
export async function* submissionsOf(
  { plan }: Session,
  { device, signer }: Laptop,
  { revisions, bundles }: { readonly revisions: number; readonly bundles: number },
): AsyncGenerator<Uint8Array> {
  let previous: BundleDigest | null = null;
  for (let sequence = 1; sequence <= bundles; sequence += 1) {
    const from = Math.floor(((sequence - 1) * revisions) / bundles);
    const to = Math.floor((sequence * revisions) / bundles);
    const entries = Array.from({ length: to - from }, (_, index) => rowEntry(plan, device, from + index));
    const { bytes, digest }: BundleInMemory = await assembled({
      kind: "submission",
      unit: UNIT,
      plan: { id: plan.id, version: plan.version },
      periods: PERIODS,
      people: { filler: "填报人甲", reviewer: "审核人乙", head: "负责人丙" },
      sequence,
      previous,
      createdAt: AT,
      signer,
      content: { revisions: entries.map(recordBytes) },
    });
    previous = digest;
    yield bytes;
  }
}

const rowEntry = (plan: Plan, device: DeviceId, index: number) =>
  newEntry(
    revisionSchema.parse({
      format: "taizhang-record",
      v: 1,
      type: "register-row",
      at: AT,
      author: { name: "填报人甲", role: "filler" },
      body: { fields: { title: `样例问题${index}`, task: "2" }, state: "in-force" },
      device,
      parents: [],
      planVersion: plan.version,
      subject: {
        item: `register:problems/样例-${index}`,
        period: PERIODS[index % PERIODS.length],
        plan: plan.id,
        unit: UNIT,
      },
    }),
  );
