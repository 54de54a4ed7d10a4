import { describe, expect, it } from "vitest";
import type { Session } from "#main/engine/session.ts";
import { allSubjects, rebuildSubjects } from "#main/store/subjects.ts";
import { city, scene, withCity } from "../../support/scene.ts";
import {
  cityFigures,
  digestOf,
  dump,
  judge,
  receiptFor,
  revenue,
  save,
  seal,
  take,
  tryOut,
} from "../../support/workspaces.ts";

withCity({ fengcheng: "360981", zhangshu: "360982", gaoan: "360983" });

const PERIOD = "2024-03";

/** 样例: one submission of each unit, the third with a correction on top in a second one. */
async function submissions(): Promise<string[]> {
  const files: string[] = [];
  for (const [name, amount] of [
    ["fengcheng", "120000"],
    ["zhangshu", "35000.5"],
    ["gaoan", "99.01"],
  ] as const) {
    const laptop = scene.laptop(name);
    save(laptop, PERIOD, {
      "indicator:T02-1": revenue(amount),
      "task:2": { status: "in-progress", progress: "按计划推进（样例）" },
      "register:listed-companies": { confirm: "nil" },
    });
    files.push((await seal(laptop, PERIOD, scene.out())).file);
    if (name !== "gaoan") continue;
    scene.clock.set("2024-04-04T01:00:00.000Z");
    save(laptop, PERIOD, { "indicator:T02-1": revenue("101.5") });
    files.push((await seal(laptop, PERIOD, scene.out())).file);
  }
  return files;
}

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, index) =>
    permutations([...values.slice(0, index), ...values.slice(index + 1)]).map((rest) => [value, ...rest]),
  );
}

/** Everything that must not depend on the order: ledger, projection, figures with and without what waits. */
const outcomeOf = (office: Session): string =>
  JSON.stringify({
    digest: digestOf(office),
    subjects: allSubjects(office.db),
    accepted: cityFigures(office, PERIOD),
    pending: cityFigures(office, PERIOD, true),
  });

describe("importing", () => {
  it("gives one ledger and one roll-up in every order of the units' bundles", async () => {
    const files = await submissions();
    const outcomes = new Set<string>();
    for (const order of permutations(files)) {
      const office = scene.office();
      for (const file of order) await take(office, [file]);
      outcomes.add(outcomeOf(office));
    }
    const atOnce = scene.office();
    await take(atOnce, files);
    outcomes.add(outcomeOf(atOnce));
    expect(outcomes.size).toBe(1);
    expect(
      cityFigures(atOnce, PERIOD, true).indicators.find(({ id }) => id === "T02-1")?.units.pending,
    ).toHaveLength(3);
  });

  it("is a no-op the second time, and says so", async () => {
    const files = await submissions();
    const office = scene.office();
    await take(office, files);
    const before = dump(office);
    const again = await take(office, files);
    expect(again.map(({ status }) => status)).toEqual(["duplicate", "duplicate", "duplicate", "duplicate"]);
    expect(again.map(({ warnings }) => warnings)).toEqual([
      ["duplicate"],
      ["duplicate"],
      ["duplicate"],
      ["duplicate"],
    ]);
    expect(dump(office)).toBe(before);
  });

  it("keeps the projection equal to one rebuilt from the ledger", async () => {
    const office = scene.office();
    const files = await submissions();
    for (const [index, file] of files.entries()) {
      await take(office, [file]);
      if (index === 0) judge(office, "accepted", ["360981", PERIOD, "indicator:T02-1", "task:2"]);
      if (index === 2) judge(office, "returned", ["360983", PERIOD, "indicator:T02-1"], "请核对口径（样例）");
      const kept = JSON.stringify(allSubjects(office.db));
      rebuildSubjects(office.db);
      expect(JSON.stringify(allSubjects(office.db))).toBe(kept);
    }
    expect(allSubjects(office.db).map(({ status }) => status)).toContain("resubmitted");
  });

  it("changes nothing in a trial and counts what merging would do", async () => {
    const files = await submissions();
    const office = scene.office();
    const before = dump(office);
    const tried = await tryOut(office, files);
    expect(dump(office)).toBe(before);
    expect(tried.map(({ status, counts }) => [status, counts.added])).toEqual([
      ["mergeable", 3],
      ["mergeable", 3],
      ["mergeable", 3],
      ["mergeable", 0],
    ]);
    expect(tried.at(-1)?.counts).toMatchObject({ unchanged: 3, superseding: 1 });
    expect((await take(office, files)).map(({ counts }) => counts)).toEqual(
      tried.map(({ counts }) => counts),
    );
  });

  it("misses no number in a trial that another file of the same load brings", async () => {
    const files = await submissions();
    const office = scene.office();
    const [first = "", second = ""] = files.slice(2);
    expect((await tryOut(office, [second]))[0]).toMatchObject({ status: "mergeable", warnings: ["gap"] });
    const [after, before] = await tryOut(office, [second, first]);
    expect([after?.warnings, before?.warnings]).toEqual([[], []]);
    expect(after?.steps).toContainEqual({ step: "order", result: "ok" });
  });

  it("counts as corrections only what replaces a value held before the bundle", async () => {
    const laptop = scene.laptop("fengcheng");
    const [early, late] = [scene.office(), scene.office()];
    let last = "";
    for (const amount of ["1", "2", "3", "4", "5", "6", "7", "8"]) {
      save(laptop, PERIOD, { "indicator:T02-1": revenue(amount) });
      last = (await seal(laptop, PERIOD, scene.out())).file;
      if (amount === "1") await take(early, [last]);
    }
    const countsOf = async (office: Session) => (await take(office, [last]))[0]?.counts;
    expect(await countsOf(late)).toMatchObject({ added: 8, superseding: 0, unchanged: 0 });
    expect(await countsOf(early)).toMatchObject({ added: 6, superseding: 1, unchanged: 1 });
  });

  it("answers a file that cannot be read and takes the others", async () => {
    const [file = ""] = await submissions();
    const office = scene.office();
    const reports = await take(office, [`${file}.gone`, file]);
    expect(reports.map(({ status, reason }) => [status, reason])).toEqual([
      ["rejected", "unreadable"],
      ["merged", null],
    ]);
  });

  it("gives a laptop one ledger in every order of two receipts and the plan", async () => {
    const laptop = scene.laptop("fengcheng");
    const office = scene.office();
    save(laptop, PERIOD, { "indicator:T02-1": revenue("120000"), "indicator:T03-1": revenue("8000") });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    judge(office, "returned", ["360981", PERIOD, "indicator:T02-1"], "请核对口径（样例）");
    const first = await receiptFor(office, "360981", scene.out());
    judge(office, "accepted", ["360981", PERIOD, "indicator:T02-1", "indicator:T03-1"]);
    const second = await receiptFor(office, "360981", scene.out());
    const outcomes = new Set<string>();
    for (const order of permutations([first.file, second.file, city.planFile])) {
      const copy = scene.copyOf(laptop);
      for (const file of order) await take(copy, [file]);
      outcomes.add(JSON.stringify([digestOf(copy), allSubjects(copy.db)]));
    }
    expect(outcomes.size).toBe(1);
    expect([...outcomes][0]).toContain('"status":"accepted"');
  });
});
