import { describe, expect, it } from "vitest";
import type { Plan } from "#shared/plan/schema.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { reportingUnits, responsibleFor, unitFullName, unitName } from "#shared/plan/units.ts";
import { period, plan } from "./bundled-plan.ts";

const taskNumbered = (no: number): Plan["tasks"][number] => {
  const task = plan.tasks.find((each) => each.no === no);
  if (task === undefined) throw new Error(`no task ${no}`);
  return task;
};

describe("reportingUnits", () => {
  it("are the ten counties and 宜春经开区 at first", () => {
    expect(reportingUnits(plan).map((unit) => unit.key)).toEqual([
      "360902",
      "360921",
      "360922",
      "360923",
      "360924",
      "360925",
      "360926",
      "360981",
      "360982",
      "360983",
      "YC-JKQ",
    ]);
  });

  it("follow the office's switches from their period on", () => {
    const unit = unitKeySchema.parse("YC-MYS");
    const switched: Plan = {
      ...plan,
      settings: {
        ...plan.settings,
        switches: [
          { unit, from: period("2025-03"), reporting: "off" },
          { unit, from: period("2024-06"), reporting: "on" },
        ],
      },
    };
    const reports = (id: string): boolean =>
      reportingUnits(switched, period(id)).some((each) => each.key === unit);
    expect(["2024-05", "2024-06", "2025-02", "2025-03"].map(reports)).toEqual([false, true, true, false]);
    expect(reportingUnits(switched)).toHaveLength(11);
  });
});

describe("responsibleFor", () => {
  it("splits the notice's lead and others, in its words, and leaves the clause's units aside", () => {
    const { lead, others, bound } = responsibleFor(plan, taskNumbered(2));
    expect(lead).toEqual({ unit: "gxj", name: "市工信局" });
    expect(others.map((unit) => unit.name)).toEqual(["市链长制责任部门", "有关县市区"]);
    expect(bound.map((unit) => unit.unit)).toHaveLength(11);
  });

  it("writes 宜春经开区管委会 in task 1 as the notice does", () => {
    const { others, bound } = responsibleFor(plan, taskNumbered(1));
    expect(others.map((unit) => unit.name)).toEqual(["宜春经开区管委会", "各县市区政府"]);
    expect(bound.map((unit) => unit.name)).not.toContain("宜春经开区");
    expect(bound).toHaveLength(10);
  });

  it("names a group as the lead of task 36, which no single unit leads", () => {
    expect(responsibleFor(plan, taskNumbered(36)).lead?.name).toBe("市工业强市领导小组成员单位");
  });
});

describe("unit names", () => {
  const renamed: Plan = {
    ...plan,
    units: plan.units.map((unit) =>
      unit.key === "jrb"
        ? {
            ...unit,
            names: [
              ...unit.names,
              { from: "2024-11-01", name: "样例新全称", short: "样例新简称", basis: "assumed" },
            ],
          }
        : unit,
    ),
  };

  it("hold from their day on", () => {
    expect(unitName(renamed, "jrb", "2024-10-31")).toBe("市金融办");
    expect(unitName(renamed, "jrb", "2024-11-01")).toBe("样例新简称");
    expect(unitFullName(renamed, "jrb", "2024-10-31")).toBe("宜春市人民政府金融工作办公室");
    expect(unitFullName(renamed, "jrb")).toBe("样例新全称");
  });

  it("head sheets with the full name, and show an unknown key as it is", () => {
    expect(unitFullName(plan, "360926")).toBe("铜鼓县人民政府");
    expect(unitName(plan, "360926")).toBe("铜鼓县");
    expect(unitName(plan, "nobody")).toBe("nobody");
  });
});
