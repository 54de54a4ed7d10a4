import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMemberWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { grantEnrolment, requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { gridView } from "#main/engine/entry/entry.ts";
import { planNews } from "#main/engine/plan/plan-news.ts";
import { comparePlans, planVersions } from "#main/engine/plan/plan-versions.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { inspectPlanFile, loadPlan, revise } from "#main/engine/plan/revise-plan.ts";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { planEditSchema } from "#shared/plan/plan-edit.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import type { PlanOutcome } from "#shared/ipc/plan-view.ts";
import { city, scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  dependencies,
  digestOf,
  figureOf,
  itemOf,
  judge,
  must,
  PASSPHRASE,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

withCity({ fengcheng: "360981" });

const PERIOD = periodSchema.parse("2024-03");
const DEPARTMENT = unitKeySchema.parse("kjj");

const change = (office: Session, ...edits: object[]): PlanOutcome =>
  must(
    revise(
      office,
      edits.map((edit) => planEditSchema.parse(edit)),
      { trial: false },
    ),
  );

describe("the office changes its plan", () => {
  it("annual target and linear pace give the figure its light, from the figures that are held", async () => {
    const office = scene.office();
    const laptop = scene.laptop("fengcheng");
    save(laptop, PERIOD, { "indicator:T02-1": revenue("1000000") });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    judge(office, "accepted", ["360981", PERIOD, "indicator:T02-1"]);
    expect(figureOf(office, PERIOD, "T02-1")).toMatchObject({ light: "grey" });
    const ledger = digestOf(office);

    // One reporting unit is left, so that the figure is complete: 100 of 400 亿元 in a quarter of the year.
    const others = reportingUnits(office.plan).filter(({ key }) => key !== "360981");
    const settle = (target: string) =>
      change(
        office,
        { kind: "pace", pace: "linear" },
        { kind: "annual-target", indicator: "T02-1", year: 2024, value: target },
        ...others.map(({ key }) => ({ kind: "switch", unit: key, from: "2024-03", reporting: "off" })),
      );
    expect(settle("400")).toMatchObject({ status: "taken", version: 2 });
    expect(figureOf(office, PERIOD, "T02-1")).toMatchObject({ light: "green" });
    expect(settle("800")).toMatchObject({ status: "taken", version: 3 });
    expect(figureOf(office, PERIOD, "T02-1")).toMatchObject({ light: "yellow" });
    expect(settle("10000")).toMatchObject({ status: "taken", version: 4 });
    expect(figureOf(office, PERIOD, "T02-1")).toMatchObject({ light: "yellow" });
    change(office, { kind: "lights", yellowFrom: "5", redFrom: "15" });
    expect(figureOf(office, PERIOD, "T02-1")).toMatchObject({ light: "red" });
    // What was reported and decided is as it was.
    expect(digestOf(office)).toBe(ledger);
  });

  it("changes nothing where the change is only looked at, or refused", () => {
    const office = scene.office();
    const edits = [planEditSchema.parse({ kind: "pace", pace: "linear" })];
    expect(must(revise(office, edits, { trial: true }))).toMatchObject({
      status: "fit",
      version: 2,
      changes: [{ setting: "pace", before: "none", after: "linear" }],
    });
    expect(change(office, { kind: "annual-target", indicator: "T02-1", year: 2040, value: "1" })).toEqual({
      status: "refused",
      errors: [expect.objectContaining({ code: "year-outside-plan" })],
    });
    expect(office.plan.version).toBe(1);
    expect(planVersions(office).versions.map(({ version }) => version)).toEqual([1]);
  });

  it("keeps every version, says which are published, and what lies between two of them", async () => {
    const office = scene.office();
    change(office, { kind: "pace", pace: "linear" });
    change(office, { kind: "pace", pace: "none" }, { kind: "office-name", name: "样例汇总办" });
    must(await publishPlan(office, scene.out()));
    const { mayRevise, versions } = planVersions(office);
    expect(mayRevise).toBe(true);
    expect(versions.map(({ version, publishedAt }) => [version, publishedAt !== null])).toEqual([
      [3, true],
      [2, false],
      [1, true],
    ]);
    expect(versions[0]?.heldAt).toBe("2024-04-03T01:05:00.000Z");
    expect(must(comparePlans(office, 1, 3)).changes).toMatchObject([{ setting: "office-name" }]);
    expect(codeOf(comparePlans(office, 1, 9))).toBe("unknown-plan-version");
  });

  it("is not a laptop's to do", () => {
    const laptop = scene.laptop("fengcheng");
    const edits = [planEditSchema.parse({ kind: "pace", pace: "linear" })];
    expect(codeOf(revise(laptop, edits, { trial: false }))).toBe("wrong-role");
    expect(planVersions(laptop).mayRevise).toBe(false);
  });

  it("a laptop works with the published version, and skips those that never were", async () => {
    const office = scene.office();
    const laptop = scene.laptop("fengcheng");
    save(laptop, PERIOD, { "indicator:T02-1": revenue("10") });
    expect(itemOf(laptop, PERIOD, "indicator:T02-1")).toMatchObject({ state: "draft" });
    change(office, { kind: "pace", pace: "linear" });
    change(office, { kind: "chain-units", chain: "new-energy", units: ["360902"] });
    const { file } = must(await publishPlan(office, scene.out()));
    expect((await take(laptop, [file]))[0]).toMatchObject({ status: "merged", kind: "plan" });
    expect(laptop.plan).toEqual(office.plan);
    expect(laptop.plan.version).toBe(3);
    const chain = laptop.plan.indicators.find(({ chain: id }) => id === "new-energy");
    const items = must(gridView(laptop, PERIOD)).items.map(({ item }) => item);
    expect(items).not.toContain(`indicator:${chain?.id ?? ""}`);
    expect(planNews(laptop).changes).toMatchObject([{ setting: "pace" }, { setting: "chain-units" }]);
  });

  it("a department that is switched on sets up a laptop, is enrolled and reports from its period on", async () => {
    const office = scene.office();
    const early = await createMemberWorkspace(
      dependencies(scene.clock),
      { dir: join(scene.out(), "w"), unit: DEPARTMENT, name: "填报人甲", passphrase: PASSPHRASE },
      { file: city.planFile, fingerprint: city.fingerprint },
    );
    expect(codeOf(early)).toBe("unknown-unit");

    change(
      office,
      { kind: "switch", unit: DEPARTMENT, from: "2024-03", reporting: "on" },
      { kind: "delegated", indicator: "T01-2", unit: DEPARTMENT },
    );
    const { file } = must(await publishPlan(office, scene.out()));
    const laptop = must(
      await createMemberWorkspace(
        dependencies(scene.clock),
        { dir: join(scene.out(), "w"), unit: DEPARTMENT, name: "填报人甲", passphrase: PASSPHRASE },
        { file, fingerprint: city.fingerprint },
      ),
    );
    const request = must(await requestEnrolment(laptop, { officer: "填报人甲", dir: scene.out() }));
    await take(office, [request.file]);
    const { device } = request;
    const grant = must(await grantEnrolment(office, { device, confirm: device, dir: scene.out() }));
    await take(laptop, [grant.file]);

    const task = laptop.plan.tasks.find(({ responsible }) =>
      responsible.some((entry) => entry.unit === DEPARTMENT),
    );
    const item = `task:${task?.no ?? 0}`;
    expect(must(gridView(laptop, periodSchema.parse("2024-02"))).items).toEqual([]);
    save(laptop, PERIOD, { [item]: { status: "in-progress", progress: "按计划推进（样例）" } });
    const sealed = await seal(laptop, PERIOD, scene.out());
    expect((await take(office, [sealed.file]))[0]).toMatchObject({ status: "merged" });
    closeSession(laptop);
  });
});

describe("a plan file", () => {
  const written = (office: Session, plan: unknown): string => {
    const file = join(scene.out(), "plan.json");
    writeFileSync(file, typeof plan === "string" ? plan : JSON.stringify(plan));
    expect(office.plan.version).toBe(1);
    return file;
  };

  it("is looked at with its difference, then taken; not if it changed in between", () => {
    const office = scene.office();
    const next = { ...office.plan, version: 7, settings: { ...office.plan.settings, pace: "linear" } };
    const file = written(office, `\uFEFF${JSON.stringify(next)}`);
    const seen = must(inspectPlanFile(office, file));
    expect(seen).toMatchObject({ status: "fit", version: 7, changes: [{ setting: "pace" }] });
    if (seen.status === "refused") throw new Error("refused");
    writeFileSync(file, JSON.stringify({ ...next, version: 8 }));
    expect(codeOf(loadPlan(office, file, seen.digest))).toBe("plan-file-changed");
    expect(office.plan.version).toBe(1);
    writeFileSync(file, JSON.stringify(next));
    expect(must(loadPlan(office, file, seen.digest))).toMatchObject({ status: "taken", version: 7 });
    expect(office.plan).toEqual(next);
    expect(change(office, { kind: "pace", pace: "none" })).toMatchObject({ version: 8 });
  });

  it.each([
    ["no JSON", () => "计划", ["not-a-plan"]],
    ["another plan", (plan: object) => ({ ...plan, id: "other-1", version: 2 }), ["other-plan"]],
    ["the same version", (plan: object) => plan, ["version-not-newer"]],
    [
      "a plan with several faults",
      (plan: object) => ({ ...plan, version: 2, rules: [{}], officeUnit: "360981", extra: 1 }),
      [
        "missing-member",
        "missing-member",
        "missing-member",
        "missing-member",
        "missing-member",
        "unknown-member",
        "office-unit-kind",
      ],
    ],
  ])("%s is refused with every fault", (_, spoil, codes) => {
    const office = scene.office();
    const seen = must(inspectPlanFile(office, written(office, spoil(office.plan))));
    expect(seen.status === "refused" && seen.errors.map(({ code }) => code)).toEqual(codes);
    expect(must(loadPlan(office, written(office, spoil(office.plan))))).toEqual(seen);
    expect(office.plan.version).toBe(1);
  });

  it("too large is not read; none is not found", () => {
    const office = scene.office();
    const file = written(office, "{}");
    truncateSync(file, 5 * 1024 * 1024);
    expect(codeOf(inspectPlanFile(office, file))).toBe("plan-too-large");
    expect(codeOf(inspectPlanFile(office, join(scene.out(), "none.json")))).toBe("file-not-found");
  });
});
