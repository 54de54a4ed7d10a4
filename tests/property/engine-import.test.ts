import { runs } from "../support/runs.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allSubjects, rebuildSubjects } from "#main/store/subjects.ts";
import { revokeCertificate } from "#main/engine/trust/revocations.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import type { Session } from "#main/engine/session.ts";
import { certificates } from "#main/store/trust.ts";
import {
  cityFigures,
  digestOf,
  judge,
  makeCity,
  must,
  receiptFor,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../support/workspaces.ts";

const PERIOD = "2024-03";
let city: City;
let made: Scene;
/** For the office: three units, one of them with two laptops that disagree, corrections on top. */
const forOffice: string[] = [];
/** For one laptop: receipts, plan, a revocation, its sister's submissions before and after. */
const forLaptop: string[] = [];

beforeAll(async () => {
  city = await makeCity({ one: "360981", two: "360981", zhangshu: "360982", gaoan: "360983" });
  made = new Scene(city);
  const office = made.office();
  const laptops = ["one", "two", "zhangshu", "gaoan"].map((name) => made.laptop(name));
  for (const [index, laptop] of laptops.entries()) {
    for (const amount of [`${index + 1}000`, `${index + 1}000.5`]) {
      save(laptop, PERIOD, { "indicator:T02-1": revenue(amount), "indicator:T03-1": revenue("7") });
      forOffice.push((await seal(laptop, PERIOD, made.out())).file);
    }
  }
  await take(office, forOffice.slice(0, 3));
  judge(office, "returned", ["360981", PERIOD, "indicator:T02-1"], "两台电脑报的不一样（样例）");
  forLaptop.push(city.planFile, (await receiptFor(office, "360981", made.out())).file);
  judge(office, "accepted", ["360981", PERIOD, "indicator:T03-1"]);
  forLaptop.push((await receiptFor(office, "360981", made.out())).file);
  const sister = certificates(office.db).find(({ device }) => device === sisterOf(laptops[1]));
  must(await revokeCertificate(office, sister?.serial ?? 0, []));
  forLaptop.push(must(await publishPlan(office, made.out())).file, ...forOffice.slice(2, 4));
}, 30_000);
afterAll(() => {
  made.close();
  removeCity(city);
});

const sisterOf = (session: Session | undefined): string => {
  if (session === undefined) throw new Error("no sister laptop");
  return String(session.db.prepared("SELECT value FROM fact WHERE key = 'device'").pluck().get());
};

/** The files in any order, each at least once, handed over in any grouping. */
const handovers = (files: () => readonly string[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...files().keys()], { minLength: files().length }),
      fc.array(fc.nat({ max: files().length - 1 }), { maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
    )
    .map(([order, again, cuts]) =>
      [...order, ...again].reduce<number[][]>((groups, index, at) => {
        const last = groups.at(-1);
        if (last === undefined || cuts[at] === true) return [...groups, [index]];
        return [...groups.slice(0, -1), [...last, index]];
      }, []),
    );

async function outcomeOf(
  open: (scene: Scene) => Session,
  files: readonly string[],
  groups: readonly number[][],
) {
  const scene = new Scene(city);
  try {
    const session = open(scene);
    for (const group of groups)
      await take(
        session,
        group.map((index) => files[index] ?? ""),
      );
    const outcome = JSON.stringify([
      digestOf(session),
      allSubjects(session.db),
      session.role === "office" && [cityFigures(session, PERIOD), cityFigures(session, PERIOD, true)],
    ]);
    rebuildSubjects(session.db);
    expect(JSON.stringify(allSubjects(session.db))).toBe(JSON.stringify(JSON.parse(outcome)[1]));
    return outcome;
  } finally {
    scene.close();
  }
}

test("the office reaches one ledger, one projection and one roll-up however bundles are handed over", async () => {
  const open = (scene: Scene) => scene.office();
  const expected = await outcomeOf(open, forOffice, [[...forOffice.keys()]]);
  expect(expected).toContain('"status":"conflict"');
  await fc.assert(
    fc.asyncProperty(
      handovers(() => forOffice),
      async (groups) => {
        expect(await outcomeOf(open, forOffice, groups)).toBe(expected);
      },
    ),
    { numRuns: runs(10, 200) },
  );
}, 3_600_000);

test("a laptop reaches one ledger however plans, receipts, a revocation and its sister's bundles arrive", async () => {
  const open = (scene: Scene) => scene.laptop("one");
  const expected = await outcomeOf(open, forLaptop, [[...forLaptop.keys()]]);
  await fc.assert(
    fc.asyncProperty(
      handovers(() => forLaptop),
      async (groups) => {
        expect(await outcomeOf(open, forLaptop, groups)).toBe(expected);
      },
    ),
    { numRuns: runs(10, 200) },
  );
}, 3_600_000);
