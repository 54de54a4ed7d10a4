import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { createMemberWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { grantEnrolment, requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { gridView } from "#main/engine/entry/entry.ts";
import { sheetModel } from "#main/engine/paper/paper.ts";
import { adoptNewestPlan, storePlan } from "#main/engine/plan/plans.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { officeHome } from "#main/engine/review/office-home.ts";
import { reviewItems, reviewUnits } from "#main/engine/review/review.ts";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import {
  cityFigures,
  dependencies,
  figureOf,
  judge,
  makeCity,
  must,
  PASSPHRASE,
  receiptFor,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../../support/workspaces.ts";
import { join } from "node:path";

/** 市直部门 switched on as a reporting unit: from its enrolment to the city's figures. */

const GXJ = unitKeySchema.parse("gxj");
const PERIOD = periodSchema.parse("2024-12");
const RANK = "indicator:T01-2";

/** Version 2: 市工信局 reports from the start, the city's rank and its digital figures among it. */
const withDepartment = (plan: Plan): Plan => ({
  ...plan,
  version: 2,
  settings: {
    ...plan.settings,
    switches: [{ unit: GXJ, from: periodSchema.parse("2024-02"), reporting: "on" }],
    officeAlone: ["T29-1"],
    delegated: [
      { indicator: "T01-2", unit: GXJ },
      { indicator: "T29-1", unit: GXJ },
    ],
  },
});

let city: City;
let scene: Scene;
let office: Session;
let department: Session;
let county: Session;
beforeAll(async () => {
  city = await makeCity({ tonggu: "360926" });
  scene = new Scene(city);
  scene.clock.set("2025-03-20T01:05:00.000Z");
  office = scene.office();
  county = scene.laptop("tonggu");
  const plan = withDepartment(office.plan);
  storePlan(office.db, plan, null);
  adoptNewestPlan(office);
  const { file } = must(await publishPlan(office, scene.out()));
  await take(county, [file]);
  department = must(
    await createMemberWorkspace(
      dependencies(scene.clock),
      { dir: join(scene.out(), "gxj"), unit: GXJ, name: "部门填报人戊", passphrase: PASSPHRASE },
      { file, fingerprint: city.fingerprint },
    ),
  );
  const request = must(await requestEnrolment(department, { officer: "部门填报人戊", dir: scene.out() }));
  await take(office, [request.file]);
  const { device } = request;
  const grant = must(await grantEnrolment(office, { device, confirm: device, dir: scene.out() }));
  await take(department, [grant.file]);
}, 120_000);
afterAll(() => {
  closeSession(department);
  scene.close();
  removeCity(city);
});

describe("a department that is switched on", () => {
  it("is a sound plan", () => {
    expect(parsePlan(JSON.parse(JSON.stringify(office.plan))).ok).toBe(true);
  });

  it("is asked the tasks that name it, those it leads are due, and what is delegated to it", () => {
    const { items } = must(gridView(department, PERIOD));
    const asked = items.map(({ item }) => String(item));
    expect(asked).toContain(RANK);
    expect(asked).toContain("indicator:T29-1");
    expect(items.find(({ item }) => item === "task:2")?.due).toBe(true);
    expect(asked.filter((item) => item.startsWith("register:"))).toEqual([]);
    expect(asked).not.toContain("indicator:T02-1");
    const own = must(gridView(office, PERIOD)).items.map(({ item }) => String(item));
    expect(own).not.toContain(RANK);
    expect(own).toContain("indicator:T33-1");
  });

  it("fills in, submits, is received and judged, and its delegated figures count once accepted", async () => {
    save(department, PERIOD, {
      [RANK]: { inputs: { rank: "48" } },
      "indicator:T29-1": { inputs: { on_platform: "450", enterprises: "1000" } },
      "task:2": { status: "in-progress", progress: "牵头推进锂电产业链项目（样例）" },
    });
    const { file, revisions } = await seal(department, PERIOD, scene.out());
    expect(revisions).toBe(3);
    expect((await take(office, [file]))[0]).toMatchObject({ status: "merged", unit: GXJ });
    expect(figureOf(office, PERIOD, "T01-2")).toMatchObject({ value: null, units: { pending: [GXJ] } });
    expect(must(reviewUnits(office, PERIOD)).find(({ unit }) => unit === GXJ)).toMatchObject({ pending: 3 });
    expect(must(reviewItems(office, PERIOD, GXJ)).filter(({ heads }) => heads.length > 0)).toHaveLength(3);
    judge(office, "accepted", [GXJ, PERIOD, RANK, "indicator:T29-1", "task:2"]);
    expect(figureOf(office, PERIOD, "T01-2")).toMatchObject({ value: "48", complete: true });
    expect(figureOf(office, PERIOD, "T29-1")).toMatchObject({ value: "45", complete: true });
    expect(must(officeHome(office, PERIOD)).units.map(({ unit }) => unit)).toContain(GXJ);
    await take(department, [(await receiptFor(office, GXJ, scene.out())).file]);
    expect(must(gridView(department, PERIOD)).items.find(({ item }) => item === RANK)?.state).toBe(
      "accepted",
    );
  });

  it("never enters the sums of counties, nor the units that they are counted by", async () => {
    save(county, PERIOD, { "indicator:T02-1": revenue("120") });
    await take(office, [(await seal(county, PERIOD, scene.out())).file]);
    judge(office, "accepted", ["360926", PERIOD, "indicator:T02-1"]);
    const figure = figureOf(office, PERIOD, "T02-1");
    expect(figure.units).toMatchObject({ reported: 1, expected: 11 });
    const named = cityFigures(office, PERIOD).indicators.filter(({ id }) => !["T01-2", "T29-1"].includes(id));
    for (const { units } of named) expect(units.missing).not.toContain(GXJ);
  });

  it("has sheets of its own", () => {
    const request = { unit: GXJ, period: PERIOD, blank: false };
    for (const sheet of ["task-sheet", "progress-sheet"] as const)
      expect(sheetModel(department, { ...request, sheet }).ok).toBe(true);
  });
});
