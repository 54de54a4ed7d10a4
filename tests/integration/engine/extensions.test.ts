import { beforeEach, describe, expect, it } from "vitest";
import type { Draft } from "#shared/checks/draft.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { decide } from "#main/engine/review/decide.ts";
import { gridView } from "#main/engine/entry/entry.ts";
import { sheetModel } from "#main/engine/paper/paper.ts";
import { reviewItems } from "#main/engine/review/review.ts";
import type { Session } from "#main/engine/session.ts";
import { taizhang } from "../cli/run.ts";
import { scene, withCity } from "../../support/scene.ts";
import { itemOf, judge, must, receiptFor, save, seal, take } from "../../support/workspaces.ts";

/** 延期申请: asked in a task's answer, granted by accepting it, refused by returning it. 销号 of a problem. */

const TONGGU = unitKeySchema.parse("360926");
const PERIOD = periodSchema.parse("2024-03");
const TASK = "task:2";
const ROW = "register:problems/P-1";

let office: Session;
let laptop: Session;
withCity({ tonggu: TONGGU });
beforeEach(() => {
  office = scene.office();
  laptop = scene.laptop("tonggu");
});

const answer = (date?: string): Draft => ({
  status: "in-progress",
  progress: "按计划推进（样例）",
  ...(date === undefined ? {} : { extension: { date, reason: "用地手续未完（样例）" } }),
});

async function reported(period: string, date?: string) {
  save(laptop, period, { [TASK]: answer(date) });
  await take(office, [(await seal(laptop, period, scene.out())).file]);
}
const answered = async () => take(laptop, [(await receiptFor(office, TONGGU, scene.out())).file]);
const granted = (period = PERIOD) => must(gridView(laptop, period)).extensions;
const dueInReview = (period = PERIOD) =>
  must(reviewItems(office, period, TONGGU)).find(({ item }) => item === TASK)?.taskDue;
const dueOnSheet = (session: Session) => {
  const model = must(
    sheetModel(session, { sheet: "progress-sheet", unit: TONGGU, period: PERIOD, blank: false }),
  );
  return JSON.stringify(model);
};

describe("an extension", () => {
  it("changes nothing while it waits, and nothing once it is refused", async () => {
    await reported(PERIOD, "2027-06-30");
    expect(dueInReview()).toBe("2026-12-31");
    judge(office, "returned", [TONGGU, PERIOD, TASK], "时限不能再延");
    await answered();
    expect(itemOf(laptop, PERIOD, TASK)).toMatchObject({
      state: "returned",
      returned: { comment: "时限不能再延" },
    });
    expect(granted()).toEqual([]);
    expect(dueInReview()).toBe("2026-12-31");
  });

  it("once granted is the date of the task for that unit: in review, in its window, on its sheets", async () => {
    await reported(PERIOD, "2027-06-30");
    judge(office, "accepted", [TONGGU, PERIOD, TASK]);
    expect(dueInReview()).toBe("2027-06-30");
    expect(dueOnSheet(office)).toContain('["2027年","6月","30日"]');
    expect(granted()).toEqual([]);
    await answered();
    expect(granted()).toEqual([{ task: 2, date: "2027-06-30" }]);
    expect(dueOnSheet(laptop)).toContain('["2027年","6月","30日"]');
    const other = must(reviewItems(office, PERIOD, unitKeySchema.parse("360981")));
    expect(other.map(({ taskDue }) => taskDue)).not.toContain("2027-06-30");
  });

  it("holds over later periods that ask for none, until one asks for another", async () => {
    await reported(PERIOD, "2027-06-30");
    judge(office, "accepted", [TONGGU, PERIOD, TASK]);
    await reported("2024-04");
    judge(office, "accepted", [TONGGU, "2024-04", TASK]);
    const april = periodSchema.parse("2024-04");
    expect(dueInReview(april)).toBe("2027-06-30");
    await reported("2024-05", "2027-12-31");
    expect(dueInReview(periodSchema.parse("2024-05"))).toBe("2027-06-30");
    judge(office, "accepted", [TONGGU, "2024-05", TASK]);
    expect(dueInReview(periodSchema.parse("2024-05"))).toBe("2027-12-31");
  });

  it("is never granted among all that is accepted at once", async () => {
    await reported(PERIOD, "2027-06-30");
    const at = ["--period", PERIOD, "--unit", TONGGU, "--json"];
    const said = await taizhang(["review", "accept", "-w", office.dir, "--all", ...at]);
    expect(said.json).toMatchObject({ decided: 0 });
    expect(dueInReview()).toBe("2026-12-31");
  });
});

describe("a problem", () => {
  it("is struck off with what came of it, and the unit sees it", async () => {
    const fields = { problem: "用地指标不足（样例）", coordination: "请协调指标", raised_on: "2024-03-10" };
    save(laptop, PERIOD, { [ROW]: { fields, state: "in-force" } });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    const at = { unit: TONGGU, period: PERIOD, item: itemSchema.parse(ROW) };
    must(decide(office, [{ ...at, outcome: "closed", comment: "指标已下达" }]));
    const struck = must(reviewItems(office, PERIOD, TONGGU)).find(({ item }) => item === ROW);
    expect(struck?.decision).toMatchObject({ outcome: "closed", comment: "指标已下达" });
    await answered();
    expect(itemOf(laptop, PERIOD, ROW).state).toBe("accepted");
  });
});
