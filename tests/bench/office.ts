import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateAgeKeyPair } from "#main/bundle/age.ts";
import { assembleBundle } from "#main/bundle/assemble.ts";
import { createOfficeWorkspace, createReporterWorkspace } from "#main/engine/workspace.ts";
import type { EngineDependencies, Session } from "#main/engine/session.ts";
import { newEntry, recordBytes } from "#main/engine/own-bundle.ts";
import { signedFromRow } from "#main/engine/certificates.ts";
import { identityOfKey, issueCertificate } from "#main/keys/certificate.ts";
import { requireSuite } from "#main/keys/suites.ts";
import { ownCertificate } from "#main/store/trust.ts";
import { revisionSchema } from "#shared/ledger/record.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";

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

/** A genuine submission of the office's laptop for one unit with that many register rows. */
export async function submissionOf(office: Session, revisions: number): Promise<Uint8Array> {
  const root = ownCertificate(office.db, "root");
  const secrets = office.keys?.root;
  if (root === undefined || !secrets) throw new Error("an office without its root");
  const suite = requireSuite("ed25519-sha256");
  const keys = suite.generate();
  const identity = identityOfKey({ suite: suite.name, privateKey: keys.privateKey });
  const certificate = issueCertificate(
    { privateKey: secrets.privateKey, certificate: signedFromRow(root) },
    {
      encryption: (await generateAgeKeyPair()).recipient,
      officers: ["填报人甲"],
      plan: office.plan.id,
      unit: UNIT,
      notBefore: "2024-01-01T00:00:00.000Z",
      notAfter: "2027-12-31T00:00:00.000Z",
      publicKey: keys.publicKey,
      role: "reporter",
      serial: 99,
    },
  );
  const entries = Array.from({ length: revisions }, (_, index) =>
    newEntry(
      revisionSchema.parse({
        format: "taizhang-record",
        v: 1,
        type: "register-row",
        at: AT,
        author: { name: "填报人甲", role: "filler" },
        body: { fields: { title: `样例问题${index}`, task: "2" }, state: "in-force" },
        device: identity.device,
        parents: [],
        planVersion: office.plan.version,
        subject: {
          item: `register:problems/样例-${index}`,
          period: PERIODS[index % PERIODS.length],
          plan: office.plan.id,
          unit: UNIT,
        },
      }),
    ),
  ).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { bytes } = await assembleBundle({
    kind: "submission",
    unit: UNIT,
    plan: { id: office.plan.id, version: office.plan.version },
    periods: PERIODS,
    people: { filler: "填报人甲", reviewer: "审核人乙", head: "负责人丙" },
    sequence: 1,
    previous: null,
    createdAt: AT,
    signer: { privateKey: keys.privateKey, certificate, root: signedFromRow(root) },
    content: { revisions: entries.map(recordBytes) },
  });
  return bytes;
}
