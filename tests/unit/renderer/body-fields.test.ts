import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createTranslator } from "#shared/i18n/translator.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import { planSchema } from "#shared/plan/schema.ts";
import { bodyFields } from "../../../src-renderer/components/body-fields.ts";
import { figureChange, shownValue } from "../../../src-renderer/components/figure-change.ts";

const file = new URL("../../../seeds/yichun-869/plan.json", import.meta.url);
const plan = planSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const t = createTranslator("zh-CN");
const fields = (item: string, body: Parameters<typeof bodyFields>[2]) =>
  bodyFields(plan, itemSchema.parse(item), body, t);

describe("bodyFields", () => {
  it("adds the share that a unit's own inputs make", () => {
    const shown = fields("indicator:T29-1", { inputs: { on_platform: "414", enterprises: "1113" } });
    expect(shown.map((field) => [field.label, shownValue(field)])).toEqual([
      ["应用工业互联网平台的企业", "414"],
      ["企业总数", "1,113"],
      ["占比", "37.2"],
    ]);
  });
  it("makes no share where the denominator is 0", () => {
    expect(fields("indicator:T29-1", { inputs: { on_platform: "0", enterprises: "0" } })).toHaveLength(2);
  });
  it("shows 不涉及 with its reason and no figure", () => {
    const [field] = fields("indicator:T09-1", { notApplicable: "本地没有" });
    expect(field).toMatchObject({ label: "不涉及", value: "本地没有", kind: "text" });
  });
  it("is empty for an item that the plan does not know", () => {
    expect(fields("indicator:X99", { inputs: { revenue: "1" } })).toEqual([]);
  });
});

describe("figureChange", () => {
  const [now] = fields("indicator:T07-1", { inputs: { revenue: "651035.2" } });
  const [before] = fields("indicator:T07-1", { inputs: { revenue: "643207.9" } });
  it("is exact and signed, as grouped as the figures themselves", () => {
    expect(figureChange(now, before)).toBe("+7,827.30");
    expect(figureChange(before, now)).toBe("−7,827.30");
    expect(figureChange(now, now)).toBe("0");
  });
  it("is nothing where one of the two is missing", () => {
    expect(figureChange(now, undefined)).toBeNull();
  });
});
