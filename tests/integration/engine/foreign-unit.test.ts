import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { digestSchema, hexOf } from "#shared/bundle/identifiers.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { periodSchema, unitKeySchema, type UnitKey } from "#shared/plan/ids.ts";
import { bytesSource, wholeOf } from "#main/bundle/byte-source.ts";
import type { BundleSigner, RecordBytes, SealInput } from "#main/bundle/types.ts";
import { archivedBundle } from "#main/engine/bundles/archive.ts";
import { signerOf } from "#main/engine/trust/certificates.ts";
import type { Session } from "#main/engine/session.ts";
import { issueCertificate } from "#main/keys/certificate.ts";
import { requireSuite } from "#main/keys/suites.ts";
import { subjectsOfUnit } from "#main/store/subjects.ts";
import { planOf, recordBytes } from "../../support/bundles.ts";
import { assembled } from "../../support/in-memory.ts";
import { resealed } from "../../support/rezip.ts";
import { scene, withCity } from "../../support/scene.ts";
import { judge, must, revenue, save, seal, take } from "../../support/workspaces.ts";

/**
 * A laptop of unit A with a valid certificate signs whatever the format can express to add, hide or change what unit B
 * reported, or what its own sister laptop did. Nothing of it ever touches them.
 */

const A = unitKeySchema.parse("360983");
const B = unitKeySchema.parse("360926");
const PERIOD = periodSchema.parse("2024-03");
const ITEM = "indicator:T02-1";

let office: Session;
let attacker: BundleSigner;
let victim: {
  readonly device: string;
  readonly head: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
};
let sister: BundleSigner;
let made = 0;

withCity({ attacker: A, sister: A, victim: B });
beforeEach(async () => {
  office = scene.office();
  attacker = must(signerOf(scene.laptop("attacker"), "self"));
  sister = must(signerOf(scene.laptop("sister"), "self"));
  const laptop = scene.laptop("victim");
  save(laptop, PERIOD, { [ITEM]: revenue("10") });
  const { file, digest } = await seal(laptop, PERIOD, scene.out());
  await take(office, [file]);
  judge(office, "accepted", [B, PERIOD, ITEM]);
  const source = archivedBundle(laptop, digest);
  if (source === null) throw new Error("the victim's package is not archived");
  const head = String(office.db.prepared("SELECT id FROM record WHERE family = 'revision'").pluck().get());
  const { device } = must(signerOf(laptop, "self")).certificate.certificate;
  victim = { device, head, digest, bytes: wholeOf(source) };
});

const record = (
  changes: { unit?: UnitKey; device?: string; parents?: string[]; type?: string; body?: unknown } = {},
): RecordBytes =>
  recordBytes({
    at: "2024-04-03T01:02:03.004Z",
    author: { name: "填报人甲", role: "filler" },
    body: changes.body ?? { inputs: { revenue: "99" } },
    device: changes.device ?? attacker.certificate.certificate.device,
    format: "taizhang-record",
    parents: changes.parents ?? [],
    planVersion: 1,
    subject: { item: ITEM, period: PERIOD, plan: office.plan.id, unit: changes.unit ?? A },
    type: changes.type ?? "indicator-value",
    v: 1,
  });

const decision = (): RecordBytes =>
  record({
    unit: B,
    type: "decision",
    body: { comment: "作废", outcome: "returned", revisions: [victim.head] },
  });

const input = (changes: Partial<SealInput> = {}): SealInput => ({
  kind: "submission",
  unit: A,
  plan: { id: office.plan.id, version: 1 },
  periods: [PERIOD],
  people: {},
  sequence: 1,
  previous: null,
  createdAt: "2024-04-03T01:05:00.000Z",
  signer: attacker,
  content: { revisions: [record()] },
  ...changes,
});

async function handedOver(bundle: Uint8Array): Promise<string> {
  made += 1;
  const path = join(scene.out(), `attack-${made}.tzb`);
  writeFileSync(path, bundle);
  const [report] = await take(office, [path]);
  return report?.reason ?? report?.status ?? "";
}

const ofVictim = (): string =>
  JSON.stringify([
    subjectsOfUnit(office.db, B, PERIOD),
    office.db.prepared("SELECT id FROM record WHERE unit = ? ORDER BY id").pluck().all(B),
    office.db.prepared("SELECT digest, status FROM bundle WHERE unit = ? ORDER BY digest").all(B),
  ]);

const sealed = async (changes: Partial<SealInput>): Promise<Uint8Array> =>
  (await assembled(input(changes))).bytes;

const ATTACKS: readonly (readonly [what: string, outcome: string, () => Promise<Uint8Array>])[] = [
  [
    "reports as unit B",
    "wrong-unit",
    () => sealed({ unit: B, content: { revisions: [record({ unit: B })] } }),
  ],
  [
    "slips a value of B among its own",
    "wrong-unit",
    () => sealed({ content: { revisions: [record(), record({ unit: B })] } }),
  ],
  [
    "supersedes B's value",
    "wrong-unit",
    () => sealed({ content: { revisions: [record({ unit: B, parents: [victim.head] })] } }),
  ],
  [
    "writes in the name of B's laptop",
    "wrong-unit",
    () => sealed({ content: { revisions: [record({ device: victim.device })] } }),
  ],
  [
    "writes in the name of its own sister laptop",
    "wrong-unit",
    () => sealed({ content: { revisions: [record({ device: sister.certificate.certificate.device })] } }),
  ],
  [
    "exchanges as unit B",
    "wrong-unit",
    () => sealed({ kind: "exchange", unit: B, content: { revisions: [record({ unit: B })] } }),
  ],
  ["decides in a submission", "unexpected-entry", () => sealed({ content: { decisions: [decision()] } })],
  ["returns B's value in a receipt", "wrong-role", () => sealed(receipt())],
  ["lists B's package as rejected", "wrong-role", () => sealed(receipt("rejected"))],
  [
    "writes a recovery for B",
    "wrong-role",
    () => sealed({ kind: "recovery", unit: B, content: { decisions: [decision()] } }),
  ],
  [
    "speaks as a PC of the office",
    "wrong-role",
    () => sealed({ kind: "office-exchange", content: { decisions: [decision()] } }),
  ],
  [
    "publishes a plan",
    "wrong-role",
    () => sealed({ kind: "plan", unit: null, periods: [], content: { plan: toCanonicalBytes(planOf(2)) } }),
  ],
  [
    "revokes B in its submission",
    "unexpected-entry",
    () => sealed({ content: { revocations: revocationOfB() } }),
  ],
  [
    "certifies itself for B",
    "bad-signature",
    () => sealed({ unit: B, signer: selfCertified(), content: { revisions: [record({ unit: B })] } }),
  ],
  [
    "signs under B's certificate",
    "bad-signature",
    () =>
      sealed({
        unit: B,
        signer: { ...attacker, certificate: certificateOfB() },
        content: { revisions: [record({ unit: B, device: victim.device })] },
      }),
  ],
  [
    "names B's laptop as the one that signs",
    "bad-signature",
    async () =>
      resealed(
        await sealed({}),
        attacker.privateKey,
        (_, manifest) => void (manifest["device"] = victim.device),
      ),
  ],
  [
    "changes B's package and signs it itself",
    "bad-signature",
    () =>
      resealed(victim.bytes, attacker.privateKey, (entries) => {
        const name = "records/revisions.ndjson";
        const text = Buffer.from(entries.get(name) ?? "").toString("utf8");
        entries.set(name, Buffer.from(text.replace('"10"', '"99"')));
      }),
  ],
  [
    "carries B's package unchanged",
    "merged",
    () => sealed({ content: { revisions: [record()], bundles: [ofB(victim.bytes)] } }),
  ],
  [
    "carries B's package changed under its old name",
    "merged",
    async () => {
      const bytes = await resealed(
        victim.bytes,
        attacker.privateKey,
        (_, manifest) => void (manifest["sequence"] = 9),
      );
      return sealed({ content: { revisions: [record()], bundles: [ofB(bytes)] } });
    },
  ],
  [
    "claims descent from B's value for its own",
    "merged",
    () => sealed({ content: { revisions: [record({ parents: [victim.head] })] } }),
  ],
  ["takes the number of B's package", "merged", () => sealed({ sequence: 1 })],
];

const receipt = (status: "merged" | "rejected" = "merged"): Partial<SealInput> => {
  const line = { digest: digestSchema.parse(victim.digest), receivedAt: "2024-04-03T01:05:00.000Z" };
  const bundles =
    status === "merged" ? [{ ...line, status }] : [{ ...line, status, reason: "revoked" as const }];
  return {
    kind: "receipt",
    unit: B,
    content: { decisions: [decision()], receipt: { format: "taizhang-receipt", v: 1, bundles } },
  };
};

const ofB = (bytes: Uint8Array) => ({
  digest: digestSchema.parse(victim.digest),
  source: bytesSource(bytes),
});

function revocationOfB() {
  const bytes = toCanonicalBytes({
    format: "taizhang-revocations",
    plan: office.plan.id,
    revoked: [{ keep: [], serial: 4 }],
    v: 1,
  });
  const { suite } = attacker.certificate.certificate;
  return { bytes, signature: requireSuite(suite).sign(attacker.privateKey, bytes) };
}

const certificateOfB = () => {
  const { certificate } = must(signerOf(scene.laptop("victim"), "self"));
  return certificate;
};

/** A certificate for unit B over the attacker's key, which the attacker's key signs: the root's name is only claimed. */
const selfCertified = (): BundleSigner => ({
  ...attacker,
  certificate: issueCertificate(
    { privateKey: attacker.privateKey, certificate: attacker.root ?? attacker.certificate },
    { ...attacker.certificate.certificate, role: "reporter", unit: B, serial: 9 },
  ),
});

describe("a certificate of unit A", () => {
  it.each(ATTACKS)("that %s: %s", async (_, outcome, attack) => {
    const before = ofVictim();
    expect(await handedOver(await attack())).toBe(outcome);
    expect(ofVictim()).toBe(before);
    expect(before).toContain('"status":"accepted"');
    expect(before).toContain(hexOf(digestSchema.parse(victim.digest)));
  });
});
