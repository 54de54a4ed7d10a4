import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { evaluationSettingsSchema } from "#shared/evaluation/evaluation-settings.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { planSchema } from "#shared/plan/schema.ts";
import { evaluationView, saveEvaluation } from "#main/engine/monitoring/evaluation.ts";
import { exemplaryList, markExemplary } from "#main/engine/monitoring/exemplary.ts";
import { monitoringDigest } from "#main/engine/monitoring/monitoring.ts";
import type { Session } from "#main/engine/session.ts";
import { makeSnapshot } from "#main/engine/rollup/snapshots.ts";
import {
  codeOf,
  digestOf,
  judge,
  makeCity,
  must,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../../support/workspaces.ts";

/** 统计监测、考核、典型经验 through the engine, on samples (样例). */

const FENGCHENG = unitKeySchema.parse("360981");
const GAOAN = unitKeySchema.parse("360983");
const [FEBRUARY, MARCH] = [periodSchema.parse("2024-02"), periodSchema.parse("2024-03")];
const ITEM = "indicator:T02-1";
const TASK = itemSchema.parse("task:2");
const REASON = "说明：样例数，新企业达产入统。";

let city: City;
let scene: Scene;

beforeAll(async () => {
  const seed = join(import.meta.dirname, "..", "..", "..", "seeds", "yichun-869", "plan.json");
  const plan = planSchema.parse(JSON.parse(readFileSync(seed, "utf8")));
  const countyTargets = [{ indicator: "T02-1", unit: FENGCHENG, year: 2024, value: "48" }];
  const withTarget = planSchema.parse({ ...plan, settings: { ...plan.settings, countyTargets } });
  city = await makeCity({ fengcheng: FENGCHENG, gaoan: GAOAN }, { plan: withTarget });
});
afterAll(() => removeCity(city));
beforeEach(() => {
  scene = new Scene(city);
});
afterEach(() => scene.close());

const progress = (text: string) => ({ status: "in-progress", progress: text }) as const;

/** 丰城 reports 2月 and 3月 with a jump that it explains, and all of it is accepted; 高安 reports nothing. */
async function reported(): Promise<{ readonly office: Session; readonly laptop: Session }> {
  const [laptop, office] = [scene.laptop("fengcheng"), scene.office()];
  save(laptop, FEBRUARY, { [ITEM]: revenue("80000") });
  save(laptop, MARCH, { [ITEM]: revenue("240000", REASON), [TASK]: progress("样例：链主企业挂牌。") });
  for (const period of [FEBRUARY, MARCH])
    await take(office, [(await seal(laptop, period, scene.out())).file]);
  judge(office, "accepted", [FENGCHENG, FEBRUARY, ITEM]);
  judge(office, "accepted", [FENGCHENG, MARCH, ITEM, TASK]);
  return { office, laptop };
}

describe("统计监测", () => {
  it("tells what moved, what stands out and how it was explained, and what is missing", async () => {
    const { office } = await reported();
    const digest = must(monitoringDigest(office, MARCH));
    expect(digest.threshold).toEqual({ percent: 30, minimum: 10_000 });
    expect(digest.movers).toEqual([
      {
        unit: FENGCHENG,
        item: ITEM,
        input: "revenue",
        against: "pace",
        value: "80000",
        before: "40000",
        period: FEBRUARY,
        change: "100",
      },
    ]);
    expect(digest.outliers).toMatchObject([
      { unit: FENGCHENG, finding: { item: ITEM, rule: "jump", explained: true }, explanation: REASON },
    ]);
    expect(digest.gaps.find(({ unit }) => unit === GAOAN)).toMatchObject({ item: null, kind: "waiting" });
    const missing = digest.gaps.filter(({ unit }) => unit === FENGCHENG).map(({ item }) => item);
    expect(missing).toContain("indicator:T03-1");
    expect(missing).not.toContain(ITEM);
    expect(digest.since).toBeNull();
    expect(codeOf(monitoringDigest(scene.laptop("gaoan"), MARCH))).toBe("wrong-role");
  });

  it("tells what came after the snapshot, a figure announced for later, and that the due day has passed", async () => {
    const { office } = await reported();
    must(makeSnapshot(office, { period: MARCH, comment: "样例：用于通报" }));
    expect(must(monitoringDigest(office, MARCH)).since).toEqual({ number: 1, items: [] });
    const gaoan = scene.laptop("gaoan");
    save(gaoan, MARCH, {
      [ITEM]: { noData: { source: "样例来源", expected: "2024-05-20" } },
    });
    await take(office, [(await seal(gaoan, MARCH, scene.out())).file]);
    scene.clock.set("2024-06-20T01:00:00.000Z");
    const { since, gaps } = must(monitoringDigest(office, MARCH));
    expect(since?.items).toMatchObject([{ unit: GAOAN, item: ITEM, kind: "reported", counts: false }]);
    const own = gaps.filter(({ unit }) => unit === GAOAN);
    expect(own.find(({ item }) => item === ITEM)).toMatchObject({
      kind: "no-data",
      date: "2024-05-20",
      source: "样例来源",
    });
    expect(own.find(({ item }) => item === "indicator:T03-1")).toMatchObject({ kind: "missing" });
  });
});

const SETTINGS = evaluationSettingsSchema.parse({
  v: 1,
  indicators: [{ by: "completion", indicator: "T02-1", weight: "60" }],
  timeliness: "40",
  deductions: { returned: "2", late: "0", missing: "0" },
  grades: [{ name: "样例等", from: "60" }],
});

describe("考核", () => {
  it("gives nothing until the office has set its weights, and nothing of it enters the ledger", async () => {
    const { office } = await reported();
    const before = digestOf(office);
    expect(must(evaluationView(office, MARCH))).toEqual({ settings: null, evaluation: null });
    must(saveEvaluation(office, SETTINGS));
    const { settings, evaluation } = must(evaluationView(office, MARCH));
    expect(settings).toEqual(SETTINGS);
    expect(evaluation?.full).toBe("100");
    const of = (unit: string) => evaluation?.scores.find((score) => score.unit === unit);
    expect(of(FENGCHENG)?.parts[0]).toMatchObject({
      figure: "24",
      against: "48",
      rate: "50",
      points: "30",
      why: null,
    });
    expect(of(GAOAN)?.parts[0]).toMatchObject({ points: null, why: "no-figure" });
    expect(of(GAOAN)).toMatchObject({ complete: false, grade: null });
    expect(digestOf(office)).toBe(before);
    must(saveEvaluation(office, null));
    expect(must(evaluationView(office, MARCH)).settings).toBeNull();
  });

  it("counts an item that came back, after it was mended too, and names a target that nobody set", async () => {
    const { office } = await reported();
    must(saveEvaluation(office, SETTINGS));
    const gaoan = scene.laptop("gaoan");
    save(gaoan, MARCH, { [ITEM]: revenue("120000") });
    await take(office, [(await seal(gaoan, MARCH, scene.out())).file]);
    judge(office, "returned", [GAOAN, MARCH, ITEM], "样例：请核对。");
    judge(office, "accepted", [GAOAN, MARCH, ITEM]);
    const scores = must(evaluationView(office, MARCH)).evaluation?.scores ?? [];
    const parts = scores.find(({ unit }) => unit === GAOAN)?.parts ?? [];
    expect(parts[0]).toMatchObject({ figure: "12", against: null, points: null, why: "no-target" });
    expect(parts.find((part) => part.kind === "deduction")).toMatchObject({ count: 1, points: "-2" });
  });

  it("takes no weight of what the plan cannot weigh, and none from a county", () => {
    const office = scene.office();
    const indicators = [{ by: "completion" as const, indicator: "T99-9", weight: SETTINGS.timeliness }];
    const wrong = evaluationSettingsSchema.parse({ ...SETTINGS, indicators });
    expect(codeOf(saveEvaluation(office, wrong))).toBe("invalid-input");
    expect(codeOf(saveEvaluation(scene.laptop("gaoan"), SETTINGS))).toBe("wrong-role");
  });
});

describe("典型经验", () => {
  it("keeps the text as it read when it was marked, outside the ledger, and says what became of it", async () => {
    const { office, laptop } = await reported();
    const before = digestOf(office);
    const at = { unit: FENGCHENG, period: MARCH, item: TASK };
    must(markExemplary(office, { ...at, marked: true }));
    expect(digestOf(office)).toBe(before);
    expect(must(exemplaryList(office))).toMatchObject([
      { ...at, body: { progress: "样例：链主企业挂牌。" }, by: "样例汇总办", since: "unchanged" },
    ]);
    judge(office, "returned", [FENGCHENG, MARCH, TASK], "样例：请补充。");
    expect(must(exemplaryList(office))[0]?.since).toBe("returned");
    save(laptop, MARCH, { [TASK]: progress("样例：链主企业挂牌三家。") });
    await take(office, [(await seal(laptop, MARCH, scene.out())).file]);
    expect(must(exemplaryList(office))[0]).toMatchObject({
      body: { progress: "样例：链主企业挂牌。" },
      since: "corrected",
    });
    must(markExemplary(office, { ...at, marked: false }));
    expect(must(exemplaryList(office))).toEqual([]);
  });

  it("marks a task that was reported, nothing else, and survives opening again", async () => {
    const { office } = await reported();
    const mark = (item: string) =>
      markExemplary(office, {
        unit: FENGCHENG,
        period: MARCH,
        item: itemSchema.parse(item),
        marked: true,
      });
    expect([ITEM, "task:3"].map((item) => codeOf(mark(item)))).toEqual(["invalid-input", "invalid-input"]);
    must(mark(TASK));
    expect(must(exemplaryList(scene.copyOf(office)))).toHaveLength(1);
    expect(codeOf(exemplaryList(scene.laptop("gaoan")))).toBe("wrong-role");
  });
});
