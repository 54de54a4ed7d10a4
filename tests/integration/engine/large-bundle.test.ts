import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import type { RecordBytes, SealInput } from "#main/bundle/types.ts";
import { archivePath, IN_DATABASE_BYTES } from "#main/engine/bundles/archive.ts";
import { signerOf } from "#main/engine/trust/certificates.ts";
import { verifyLedger } from "#main/engine/ledger/ledger-audit.ts";
import { resendBundle } from "#main/engine/bundles/resend.ts";
import type { Session } from "#main/engine/session.ts";
import { recordBytes } from "../../support/bundles.ts";
import { assembled, type BundleInMemory } from "../../support/in-memory.ts";
import {
  dumpBesidesQuarantine,
  makeCity,
  must,
  removeCity,
  Scene,
  take,
  type City,
} from "../../support/workspaces.ts";

/** Bundles too large for memory go through a file and into the ledger as they are read: all of it or nothing. */

const UNIT = unitKeySchema.parse("360926");
const PERIOD = periodSchema.parse("2024-03");
const ROWS = 3_000;

let city: City;
let scene: Scene;
let laptop: Session;
beforeAll(async () => {
  city = await makeCity({ laptop: UNIT });
  scene = new Scene(city);
  laptop = scene.laptop("laptop");
});
afterAll(() => {
  scene.close();
  removeCity(city);
});

/** 样例: rows of a register, the last one in the order of the file of another unit where `spoiled`. */
async function largeBundle(spoiled: boolean): Promise<BundleInMemory> {
  const signer = must(signerOf(laptop, "self"));
  const row = (number: number, unit: string = UNIT): RecordBytes =>
    recordBytes({
      at: "2024-04-03T01:02:03.004Z",
      author: { name: "填报人甲", role: "filler" },
      body: { fields: { name: `样例企业${number}${"。".repeat(80)}` }, state: "in-force" },
      device: signer.certificate.certificate.device,
      format: "taizhang-record",
      parents: [],
      planVersion: 1,
      subject: { item: `register:chain-leaders/本地-${number}`, period: PERIOD, plan: laptop.plan.id, unit },
      type: "register-row",
      v: 1,
    });
  const foreign = Array.from({ length: 100 }, (_, number) => row(number, "360983")).reduce((last, each) =>
    each.id > last.id ? each : last,
  );
  // Only rows that sort before the foreign one: it is the very last.
  const rows: RecordBytes[] = [];
  for (let number = 0; rows.length < ROWS; number += 1) {
    const next = row(number);
    if (next.id < foreign.id) rows.push(next);
  }
  const input: SealInput = {
    kind: "submission",
    unit: UNIT,
    plan: { id: laptop.plan.id, version: 1 },
    periods: [PERIOD],
    people: {},
    sequence: 1,
    previous: null,
    createdAt: "2024-04-03T01:05:00.000Z",
    signer,
    content: { revisions: spoiled ? [...rows, foreign] : rows },
  };
  return assembled(input);
}

const inArchive = (session: Session): string[] => readdirSync(join(session.dir, "archive"));

describe("a bundle of more than a megabyte", () => {
  it("is taken whole, lies in the archive as a file, and can be written again", async () => {
    const office = scene.office();
    const bundle = await largeBundle(false);
    expect(bundle.bytes.length).toBeGreaterThan(IN_DATABASE_BYTES);
    const path = join(scene.out(), "large.tzb");
    writeFileSync(path, bundle.bytes);
    const [report] = await take(office, [path]);
    expect(report).toMatchObject({ status: "merged", counts: { added: ROWS } });
    expect(existsSync(archivePath(office.dir, bundle.digest))).toBe(true);
    expect((await verifyLedger(office)).ok).toBe(true);
    const again = must(await resendBundle(office, bundle.digest, scene.out(), { encrypt: false }));
    const [known] = await take(office, [again.file]);
    expect(known?.status).toBe("duplicate");
    expect(inArchive(office)).toHaveLength(1);
  });

  it("whose very last record is not its signer's leaves nothing behind but itself in quarantine", async () => {
    const office = scene.office();
    const before = dumpBesidesQuarantine(office);
    const bundle = await largeBundle(true);
    expect(bundle.manifest.counts.revisions).toBe(ROWS + 1);
    const path = join(scene.out(), "spoiled.tzb");
    writeFileSync(path, bundle.bytes);
    const [report] = await take(office, [path]);
    expect(report).toMatchObject({ status: "rejected", reason: "wrong-unit" });
    expect(dumpBesidesQuarantine(office)).toBe(before);
    expect(inArchive(office)).toEqual([]);
    expect(readdirSync(join(office.dir, "quarantine"))).toHaveLength(1);
  });
});
