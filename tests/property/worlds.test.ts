import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyLedger } from "#main/engine/ledger/ledger-audit.ts";
import type { Session } from "#main/engine/session.ts";
import { unheldRecords } from "#main/store/bundles.ts";
import { acts, CITY, idsOf, projectionOf, World } from "../support/world.ts";
import { runs } from "../support/runs.ts";
import {
  cityFigures,
  digestOf,
  makeCity,
  removeCity,
  Scene,
  take,
  type City,
} from "../support/workspaces.ts";

vi.setConfig({ testTimeout: 3_600_000 });

let city: City;
const tally = { worlds: 0, orders: 0, bundles: 0 };
beforeAll(async () => {
  city = await makeCity(CITY);
});
afterAll(() => {
  removeCity(city);
  process.stdout.write(`${JSON.stringify(tally)}\n`);
});

/** All that a workspace makes of what it was given. */
const outcomeOf = (session: Session): string =>
  JSON.stringify([
    digestOf(session),
    projectionOf(session),
    cityFigures(session, "2024-03"),
    cityFigures(session, "2024-03", true),
  ]);

/** A fresh PC of the office takes the files in this order and grouping. */
async function observed(groups: readonly (readonly string[])[]): Promise<string> {
  const scene = new Scene(city);
  try {
    const observer = scene.laptop("observer");
    for (const group of groups) await take(observer, group);
    expect(unheldRecords(observer.db)).toEqual([]);
    expect(strangers(observer)).toEqual([]);
    return outcomeOf(observer);
  } finally {
    scene.close();
  }
}

/** Records that came in a bundle of another device or, revisions, of another unit: there is none, ever. */
const strangers = ({ db }: Session): unknown[] =>
  db
    .prepared(
      `SELECT record.id FROM bundle_record JOIN record ON record.no = bundle_record.record
       JOIN bundle ON bundle.no = bundle_record.bundle
       WHERE record.device <> bundle.device OR (record.family = 'revision' AND record.unit <> bundle.unit)`,
    )
    .all();

const orders = (files: readonly string[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...files], { minLength: files.length }),
      fc.array(fc.constantFrom(...files), { maxLength: 5 }),
      fc.infiniteStream(fc.nat(3)),
    )
    .map(([order, again, cuts]) => {
      const groups: string[][] = [];
      for (const file of [...order, ...again]) {
        const last = groups.at(-1);
        if (last === undefined || cuts.next().value === 0) groups.push([file]);
        else last.push(file);
      }
      return groups;
    });

test("whatever a city does: one ledger, one projection, one roll-up from its packages in any order", async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.gen(), async (steps, draw) => {
      const world = new World(city);
      try {
        for (const step of steps) await world.play(step);
        const expected = await observed([world.files]);
        tally.worlds += 1;
        tally.bundles += world.files.length;
        for (let run = 0; run < runs(3, 25); run += 1) {
          expect(await observed(draw(orders, world.files))).toBe(expected);
          tally.orders += 1;
        }
        await expectConvergence(world);
      } finally {
        world.scene.close();
      }
    }),
    { numRuns: runs(2, 40) },
  );
});

/** Property 5 and the end of every loss: given all files, every workspace stands where its role lets it stand. */
async function expectConvergence(world: World): Promise<void> {
  const all = new Set<string>();
  for (const [, session] of world.sessions) {
    await take(session, world.files);
    expect((await verifyLedger(session)).ok, world.story.join("\n")).toBe(true);
    for (const id of idsOf(session)) all.add(id);
  }
  const [pc, colleague] = [world.session("office"), world.session("colleague")];
  const apart = idsOf(pc).symmetricDifference(idsOf(colleague));
  // What one has and the other lacks, no file holds: a decision that nobody has handed on yet.
  for (const session of [pc, colleague]) {
    const own = idsOf(session).intersection(apart);
    for (const id of own) expect(isUndelivered(session, id), world.story.join("\n")).toBe(true);
  }
}

const isUndelivered = ({ db }: Session, id: string): boolean =>
  db
    .prepared(
      `SELECT 1 FROM record WHERE id = ? AND local = 1 AND family = 'decision'
       AND NOT EXISTS (SELECT 1 FROM bundle_record WHERE bundle_record.record = record.no)`,
    )
    .get(id) !== undefined;
