import { describe, expect, it } from "vitest";
import { sampleEntries, SAMPLE_LABEL, type EntriesFile } from "#seeds/sample-869/sample.ts";
import { sampleCreditCode } from "#seeds/sample-869/rows.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { periodsOf } from "#shared/plan/calendar.ts";
import { checkCreditCode } from "#shared/plan/credit-code.ts";
import { decimalSchema } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { period, plan } from "./bundled-plan.ts";

const units = [...reportingUnits(plan).map((unit) => unit.key), plan.officeUnit];
const filesByUnit: ReadonlyMap<string, readonly EntriesFile[]> = new Map(
  units.map((unit) => [unit, periodsOf(plan).map((each) => sampleEntries(plan, unit, each))]),
);
const files = [...filesByUnit.values()].flat();
const rows = files.flatMap((file) =>
  file.registers.flatMap((answer) =>
    "rows" in answer ? answer.rows.map((row) => ({ register: answer.register, row })) : [],
  ),
);

describe("sample entries", () => {
  it("are the same every time", () => {
    for (const id of ["2024-02", "2025-06", "2026-12"]) {
      expect(sampleEntries(plan, "360981", period(id))).toEqual(sampleEntries(plan, "360981", period(id)));
    }
    expect(sampleEntries(plan, "360981", period("2025-06"))).not.toEqual(
      sampleEntries(plan, "360982", period("2025-06")),
    );
  });

  it("answer exactly what is due, with the inputs asked", () => {
    for (const unit of units) {
      for (const id of ["2024-02", "2024-06", "2024-12"]) {
        const due = itemsFor(plan, unit, period(id)).filter((item) => item.due);
        const file = sampleEntries(plan, unit, period(id));
        expect(file.tasks).toHaveLength(due.filter((item) => item.kind === "task").length);
        expect(file.registers).toHaveLength(due.filter((item) => item.kind === "register").length);
        const asked = due.flatMap((item) => (item.kind === "indicator" ? [item] : []));
        expect(file.indicators).toHaveLength(asked.length);
        for (const [index, answer] of file.indicators.entries()) {
          const inputs = asked[index]?.inputs.map((input) => input.id) ?? [];
          if (answer.inputs !== undefined)
            expect(Object.keys(answer.inputs).toSorted()).toEqual(inputs.toSorted());
        }
      }
    }
  });

  it("hold decimals as the format writes them, and no negative one", () => {
    const values = files.flatMap((file) =>
      file.indicators.flatMap((each) => Object.values(each.inputs ?? {})),
    );
    const figures = values.filter((value) => typeof value === "string" && value !== "未入榜");
    expect(figures.length).toBeGreaterThan(5000);
    for (const figure of figures) {
      expect(decimalSchema.safeParse(figure).success, String(figure)).toBe(true);
      expect(figure).not.toMatch(/^-/u);
    }
  });

  it("rise through the year where they are cumulative", () => {
    const cumulative = new Set(
      plan.indicators.filter((each) => each.inputs.some((input) => input.ytd)).map((each) => each.id),
    );
    let compared = 0;
    for (const unit of units) {
      const latest = new Map<string, number>();
      for (const file of filesByUnit.get(unit) ?? []) {
        for (const { indicator, inputs } of file.indicators) {
          const text = Object.values(inputs ?? {})[0];
          if (!cumulative.has(indicator) || typeof text !== "string") continue;
          const series = `${indicator} ${file.period.slice(0, 4)}`;
          const before = latest.get(series);
          if (before !== undefined) {
            expect(Number(text), `${unit} ${file.period} ${indicator}`).toBeGreaterThan(before);
            compared += 1;
          }
          latest.set(series, Number(text));
        }
      }
    }
    expect(compared).toBeGreaterThan(2000);
  });

  it("keep parts within wholes", () => {
    for (const file of files) {
      const value = (id: string, input: string): number | undefined => {
        const text = file.indicators.find((each) => each.indicator === id)?.inputs?.[input];
        return typeof text === "string" ? Number(text) : undefined;
      };
      for (const [part, whole] of [
        ["T05-2", "T05-1"],
        ["T07-2", "T07-1"],
      ] as const) {
        expect(value(part, "revenue") ?? 0).toBeLessThanOrEqual(value(whole, "revenue") ?? 0);
      }
      for (const indicator of plan.indicators) {
        if (indicator.aggregation.kind !== "ratio-of-sums") continue;
        const numerator = value(indicator.id, indicator.aggregation.numerator);
        if (numerator === undefined) continue;
        expect(numerator).toBeLessThanOrEqual(value(indicator.id, indicator.aggregation.denominator) ?? 0);
      }
      expect(value("T17-4", "revenue")).toBe(value("T17-4", "revenue") && value("T01-1", "revenue"));
      expect(value("T33-1", "little_giants") ?? 0).toBeLessThanOrEqual(value("T33-1", "srdi") ?? 0);
    }
  });

  it("hold some 不涉及 and some 暂无数据, and no silence about them", () => {
    const indicators = files.flatMap((file) => file.indicators);
    expect(indicators.filter((each) => each.notApplicable !== undefined).length).toBeGreaterThan(100);
    expect(indicators.filter((each) => each.noData !== undefined).length).toBeGreaterThan(5);
    for (const each of indicators) {
      const answers = [each.inputs, each.notApplicable, each.noData].filter((answer) => answer !== undefined);
      expect(answers).toHaveLength(1);
    }
  });

  it("have well-formed credit codes, one of them in two counties", () => {
    const coded = rows.filter(({ register }) => {
      return plan.registers.find((each) => each.id === register)?.key.kind === "credit-code";
    });
    expect(coded.length).toBeGreaterThan(50);
    for (const { row } of coded) expect(checkCreditCode(row.key), row.key).toEqual({ ok: true });
    expect(coded.filter(({ row }) => row.key === sampleCreditCode("360900", 999))).toHaveLength(2);
  });

  it("fill the required fields of every row and no unknown one", () => {
    for (const { register, row } of rows) {
      const fields = plan.registers.find((each) => each.id === register)?.fields ?? [];
      const missing = fields.filter((field) => field.required && row[field.id] === undefined);
      expect(missing.map((field) => `${register} ${field.id}`)).toEqual([]);
      const known = new Set(["key", ...fields.map((field) => field.id)]);
      expect(Object.keys(row).filter((name) => !known.has(name))).toEqual([]);
      for (const field of fields) {
        if (field.kind !== "choice" || row[field.id] === undefined) continue;
        expect(field.options?.map((option) => option.id)).toContain(row[field.id]);
      }
    }
  });

  it("say that they are samples and name nobody", () => {
    for (const file of files) {
      for (const task of file.tasks) {
        expect(task.person).toMatch(/^填报人[甲乙丙丁戊己]$/u);
        expect(task.phone).toMatch(/^0795-00000\d\d$/u);
        const text = task.progress ?? task.reason ?? task.next;
        if (task.noProgress === undefined) expect(text).toContain(SAMPLE_LABEL);
        expect(`${task.progress}${task.problems}${task.next}`).not.toMatch(/[{}]/u);
      }
      for (const each of file.indicators) {
        expect(each.note ?? each.notApplicable ?? SAMPLE_LABEL).toContain(SAMPLE_LABEL);
      }
    }
    for (const { row } of rows) expect(`${row["name"] ?? row["problem"]}`).toContain(SAMPLE_LABEL);
  });

  it("are empty for a unit that does not report", () => {
    expect(sampleEntries(plan, "YC-MYS", period("2024-12"))).toEqual({
      period: "2024-12",
      tasks: [],
      indicators: [],
      registers: [],
    });
  });
});
