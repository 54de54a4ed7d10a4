import { describe, expect, it } from "vitest";
import { rollupWorkbook } from "#shared/workbook/rollup-workbook.ts";
import type { Sheet } from "#shared/workbook/workbook.ts";
import { everyUnit, ELEVEN, itemFact, rolled, withSettings } from "../rollup/sketch.ts";

const plan = withSettings({
  pace: "linear",
  annualTargets: [{ indicator: "T03-1", year: 2024, value: "420.5" }],
});
const items = [
  ...everyUnit("T02-1", "2024-06", () => ({ revenue: "100000" }), ELEVEN.slice(0, 9)),
  itemFact("T02-1", { unit: "360983", period: "2024-06", pending: { inputs: { revenue: "1" } } }),
];
const about = { office: "样例汇总办", sample: true, writtenAt: "2024-07-20T06:03:00.000Z", frozen: null };
const book = (over: Partial<Parameters<typeof rollupWorkbook>[2]> = {}, includePending = false) =>
  rollupWorkbook(plan, rolled("2024-06", { items }, { plan, includePending }), { ...about, ...over });

const heads = (sheet: Sheet | undefined) => sheet?.rows[0]?.map(({ text }) => text) ?? [];
/** The cell under a head, in the row that begins with the given texts. */
function at(sheet: Sheet | undefined, head: string, ...first: readonly string[]) {
  const row = sheet?.rows.find((cells) => first.every((text) => cells.some((each) => each.text === text)));
  return row?.[heads(sheet).indexOf(head)];
}

describe("the roll-up as a workbook", () => {
  const [city, units, said] = book().sheets;

  it("gives the target as a number with its year, the annual one before the plan's", () => {
    expect(at(city, "目标", "T02-1")).toEqual({ text: "2500", kind: "figure" });
    expect(at(city, "目标年", "T02-1")?.text).toBe("2026");
    expect(at(city, "计划目标", "T02-1")?.text).toBe("≥2,500 亿元");
    expect(at(city, "目标", "T03-1")).toEqual({ text: "420.5", kind: "figure" });
    expect(at(city, "目标年", "T03-1")?.text).toBe("2024");
  });

  it("marks the figure over all chains", () => {
    expect(at(city, "编号", "T12-1", "合计")?.text).toBe("T12-1");
    expect(city?.rows.filter(([first]) => first?.text === "T12-1")).toHaveLength(9);
  });

  it("lists what each unit gave, in words where there is no figure", () => {
    expect(heads(units).slice(4)).toHaveLength(11);
    expect(at(units, "袁州区", "T02-1")).toEqual({ text: "10", kind: "figure" });
    expect(at(units, "高安市", "T02-1")).toEqual({ text: "待审", kind: "given" });
    expect(at(units, "宜春经开区", "T02-1")?.text).toBe("未报");
  });

  it("says of what period, plan, state and nature it is", () => {
    const text = (sheet: Sheet | undefined) =>
      sheet?.rows.map((row) => row.map((each) => each.text).join("：")).join("\n") ?? "";
    expect(text(said)).toContain("2024年6月汇总（样例数据）");
    expect(text(said)).toContain("计划第1版");
    expect(text(said)).toContain("数据范围：只计已接收的数");
    expect(text(said)).toContain("定稿：本期还没有定稿");
    const frozen = { number: 2, at: "2024-07-18T01:00:00.000Z", changed: 3 };
    const later = text(book({ frozen, sample: false }).sheets[2]);
    expect(later).toContain("已定稿第2版，2024-07-18 09:00；定稿后有 3 个数变了");
    expect(later).not.toContain("样例数据");
    const pending = book({ frozen }, true);
    expect(pending.name).toBe("任务台账-汇总-2024-06-含待审");
    expect(text(pending.sheets[2])).toContain("本表含待审值，不是定稿数");
  });
});
