import { describe, expect, test } from "vitest";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { sheetModelSchema } from "#shared/paper/sheet-model.ts";
import { taskSheetModel } from "#shared/paper/task-sheet.ts";
import { plan } from "../plan/bundled-plan.ts";

const printedAt = "2025-06-30T16:30:00.000Z";
const sheet = (unit: string, more: Partial<Parameters<typeof taskSheetModel>[0]> = {}) =>
  taskSheetModel({ plan, unit: unitKeySchema.parse(unit), printedAt, sample: false, ...more });
const rowsOf = (unit: string) => sheet(unit).groups.flatMap((group) => group.rows);
const row = (no: number) => rowsOf("360926").find((each) => each.no === no);

describe("a county's task sheet", () => {
  test("is a valid model", () => {
    expect(sheetModelSchema.safeParse(sheet("360926")).success).toBe(true);
  });

  test("lists all 37 tasks in order, each with the notice's text", () => {
    const rows = rowsOf("360926");
    expect(rows.map((each) => each.no)).toEqual(Array.from({ length: 37 }, (_, index) => index + 1));
    expect(rows.map((each) => each.goal)).toEqual(plan.tasks.map((task) => task.textPrint));
    expect(rows.map((each) => each.name)).toEqual(plan.tasks.map((task) => task.title));
  });

  test("names the first listed unit as lead and the others as responsible, in the notice's words", () => {
    expect(row(1)).toMatchObject({ lead: "市工信局", responsible: "宜春经开区管委会、各县市区政府" });
    expect(row(3)).toMatchObject({
      lead: "市生态环境局",
      responsible: "市工信局、市链长制责任部门、有关县市区",
    });
    expect(row(34)).toMatchObject({ lead: "市工信局", responsible: "市工业强市领导小组成员单位" });
    expect(row(36)).toMatchObject({
      lead: "市工业强市领导小组成员单位",
      responsible: "各产业链链长制责任部门",
    });
    expect(rowsOf("360926").every((each) => each.lead !== "—" && each.responsible !== "")).toBe(true);
  });

  test("has 2026年底 only where the plan sets a day, else 长期坚持", () => {
    const ends = rowsOf("360926").filter((each) => each.due.join("") === "2026年底");
    const others = rowsOf("360926").filter((each) => each.due.join("") === "长期坚持");
    expect(ends.map((each) => each.no)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 13, 17, 21, 25, 29, 33]);
    expect(ends.length + others.length).toBe(37);
  });

  test("prints another day set by the office in full", () => {
    const [first, ...tasks] = plan.tasks;
    if (first === undefined) throw new Error("the plan has no task");
    const changed = { ...plan, tasks: [{ ...first, dueDate: "2025-06-30" }, ...tasks] };
    expect(sheet("360926", { plan: changed }).groups[0]?.rows[0]?.due).toEqual(["2025年", "6月", "30日"]);
  });

  test("says in 备注 what the county fills in and how often, not what the city fills in", () => {
    expect(row(1)?.remark).toEqual(["进展按季", "指标按月"]);
    expect(row(10)?.remark).toEqual(["进展按季"]);
    expect(row(12)?.remark).toEqual(["进展按季"]);
    expect(row(14)?.remark).toEqual(["进展按季", "指标按年"]);
    expect(row(33)?.remark).toEqual(["进展按季", "指标按季", "名录按季"]);
  });

  test("groups by section with its number and range", () => {
    const titles = sheet("360926").groups.map((group) => group.title);
    expect(titles[0]).toBe("一、总体目标（第1项）");
    expect(titles[1]).toBe("二、八条重点产业链（第2—9项）");
    expect(titles[8]).toBe("九、保障措施（第34—37项）");
  });

  test("keeps short rows whole and lets longer ones be split", () => {
    expect(row(2)?.flow).toBe("keep");
    expect(row(27)?.flow).toBe("split");
  });

  test("heads with the unit's full name and the plan's in two lines", () => {
    expect(sheet("360926").head).toEqual({
      annex: null,
      title: ["宜春市制造业重点产业链现代化建设", "“869”行动计划重点任务责任清单"],
      state: null,
      form: [],
      unitName: "铜鼓县人民政府",
    });
    expect(sheet("YC-JKQ").head.unitName).toBe("宜春经济技术开发区管理委员会");
  });

  test("carries plan version and the day in China in its margins", () => {
    expect(sheet("360926").margin).toEqual({
      run: "铜鼓县　“869”行动计划重点任务责任清单（续）",
      mark: "",
      markFirst: "",
      foot: "计划：“869”行动计划第1版",
      stamp: "2025-07-01印",
    });
  });

  test("marks a sample on every page, the first included", () => {
    expect(sheet("360926", { sample: true }).margin).toMatchObject({
      mark: "样例数据",
      markFirst: "样例数据",
    });
  });

  test("says that leads are inferred, and quotes the clause that binds every county", () => {
    const { notes } = sheet("360926");
    expect(notes[1]).toContain("通知未标明牵头单位");
    expect(notes[2]).toBe("各项任务均需宜春经开区管委会、各县市区政府落实，不再列出（通知第1项）。");
    expect(notes[3]).toContain("备注为本县填报内容");
  });
});

test("a city department's sheet has the tasks that name it, sections keeping their numbers", () => {
  const { groups, notes } = sheet("kjj");
  const rows = groups.flatMap((group) => group.rows);
  expect(rows.map((each) => each.no)).toEqual([14, 15, 16, 17, 18, 23, 25, 27, 28, 29, 31, 33]);
  expect(groups.map((group) => group.title)).toContain("六、平台提升行动（第23、25项）");
  expect(notes[3]).toContain("备注为本单位填报内容");
});
