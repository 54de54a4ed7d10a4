import { describe, expect, it } from "vitest";
import { describePlanError, parsePlan, type PlanErrorCode } from "#shared/plan/check-plan.ts";
import { planJson } from "./bundled-plan.ts";

type Json = ReturnType<typeof planJson>;
type Spoiling = readonly [code: PlanErrorCode, path: string, spoil: (json: Json) => void];

// Each mends nothing and touches another place than the others, so that all of them fit into one file.
const spoilings: readonly Spoiling[] = [
  ["missing-member", "document", (json) => delete json.document.issuer],
  ["wrong-type", "document.approval", (json) => (json.document.approval = 7)],
  ["wrong-value", "calendar.cycleBasis", (json) => (json.calendar.cycleBasis = "guessed")],
  ["wrong-format", "document.issuedDate", (json) => (json.document.issuedDate = "2023-13-10")],
  ["unknown-member", "settings", (json) => (json.settings.weights = [])],
  ["wrong-type", "indicators[0].decimals", (json) => (json.indicators[0].decimals = 1.5)],
  ["too-small", "sections[8].name", (json) => (json.sections[8].name = "")],
  ["forbidden-character", "tasks[9].title", (json) => (json.tasks[9].title = "链主\u200b遴选")],
  ["duplicate-id", "sections[1]", (json) => (json.sections[1].id = "S0")],
  ["unknown-reference", "tasks[2].section", (json) => (json.tasks[2].section = "S9")],
  ["duplicate-id", "units[20]", (json) => (json.units[20].key = "gxj")],
  [
    "duplicate-id",
    "indicators[21].inputs[1]",
    (json) => (json.indicators[21].inputs[1].id = "rd_expenditure"),
  ],
  [
    "unknown-reference",
    "tasks[10].responsible[0].unit",
    (json) => (json.tasks[10].responsible[0].unit = "nobody"),
  ],
  ["unknown-reference", "indicators[2].schedule", (json) => (json.indicators[2].schedule = "weekly")],
  ["unknown-reference", "rules[4].items[1]", (json) => (json.rules[4].items[1] = "T99-9")],
  [
    "unknown-reference",
    "settings.tolerances[0]",
    (json) => json.settings.tolerances.push({ indicator: "T77-7", value: "1" }),
  ],
  [
    "input-missing",
    "indicators[3].aggregation",
    (json) => (json.indicators[3].aggregation.input = "turnover"),
  ],
  [
    "ratio-of-itself",
    "indicators[27].aggregation",
    (json) => (json.indicators[27].aggregation.numerator = "equipment"),
  ],
  [
    "input-missing",
    "indicators[21].inputs[1].proposedFrom",
    (json) => (json.indicators[21].inputs[1].proposedFrom.indicator = "T21-1"),
  ],
  ["source-mismatch", "indicators[13].from", (json) => (json.indicators[13].from = "units")],
  ["field-missing", "registers[2].nameField", (json) => (json.registers[2].nameField = "title")],
  ["field-missing", "indicators[20].aggregation", (json) => json.registers[3].fields.splice(3, 1)],
  ["choice-without-options", "registers[1].fields[3]", (json) => delete json.registers[1].fields[3].options],
  [
    "default-not-an-option",
    "registers[0].fields[2]",
    (json) => (json.registers[0].fields[2].default = "maybe"),
  ],
  [
    "quote-not-in-text",
    "indicators[6].quote",
    (json) => (json.indicators[6].quote = "产业链营业收入突破1300亿元"),
  ],
  ["number-not-in-quote", "indicators[8].target", (json) => (json.indicators[8].target.value = "1001")],
  ["numeral-not-in-text", "document.numerals[2]", (json) => (json.document.numerals[2].text = "五图四清单")],
  [
    "year-not-in-text",
    "indicators[1].target.year",
    (json) => (json.indicators[1].target.yearBasis = "notice"),
  ],
  [
    "year-outside-plan",
    "indicators[28].target.year",
    (json) => Object.assign(json.indicators[28].target, { year: 2030, yearBasis: "inferred" }),
  ],
  ["target-value-missing", "indicators[29].target", (json) => delete json.indicators[29].target.value],
  [
    "target-range-reversed",
    "indicators[19].target",
    (json) => Object.assign(json.indicators[19].target, { value: "3", valueMax: "2" }),
  ],
  ["part-of-itself", "indicators[9].partOf", (json) => (json.indicators[9].partOf = "T07-2")],
  ["lead-missing", "tasks[11].responsible", (json) => delete json.tasks[11].responsible[0].lead],
  ["lead-twice", "tasks[12].responsible", (json) => (json.tasks[12].responsible[1].lead = true)],
  ["clause-unit-missing", "tasks[13].responsible", (json) => json.tasks[13].responsible.pop()],
  ["clause-not-in-text", "document.clause.text", (json) => (json.document.clause.text = "以下均需落实")],
  ["print-text-differs", "tasks[14].textPrint", (json) => (json.tasks[14].textPrint = json.tasks[14].text)],
  ["restoration-missing", "tasks[33].textSource", (json) => (json.tasks[33].textSource = "市工业强小组")],
  [
    "restoration-missing",
    "tasks[34].responsibleSource",
    (json) => (json.tasks[34].responsibleSource = "市统计局"),
  ],
  ["chain-task-mismatch", "chains[7]", (json) => (json.chains[7].task = 8)],
  ["chain-task-mismatch", "tasks[8].chain", () => undefined],
  ["chain-not-in-text", "chains[2].name", (json) => (json.chains[2].name = "建材家居")],
  ["indicator-chain-mismatch", "indicators[4].chain", (json) => (json.indicators[4].chain = "electronics")],
  ["office-unit-kind", "officeUnit", (json) => (json.officeUnit = "YC-JKQ")],
  ["group-reports", "units[15]", (json) => (json.units[15].reporting = "off")],
  [
    "not-a-group",
    "settings.groupMembers[0]",
    (json) => json.settings.groupMembers.push({ group: "czj", units: ["kjj"] }),
  ],
  ["names-order", "units[3].names", (json) => json.units[3].names.push({ name: "样例", basis: "assumed" })],
  ["period-skipped", "calendar.first", (json) => (json.calendar.first = "2026-01")],
  ["period-order", "calendar", (json) => (json.calendar.last = "2025-12")],
  [
    "bad-period",
    "settings.switches[0].from",
    (json) => json.settings.switches.push({ unit: "YC-MYS", from: "2024", reporting: "on" }),
  ],
  [
    "period-outside-plan",
    "settings.switches[1].from",
    (json) => json.settings.switches.push({ unit: "YC-YYXQ", from: "2029-03", reporting: "on" }),
  ],
  ["rule-param-missing", "rules[17].params", (json) => delete json.rules[17].params.percent],
  ["message-blanks-differ", "rules[0].message", (json) => (json.rules[0].message.en = "Not a number.")],
  ["lights-order", "lights", (json) => (json.lights.yellowFrom = "40")],
];

const found = (json: Json): string[] => {
  const result = parsePlan(json);
  return result.ok ? [] : result.error.map((error) => `${error.code} ${error.path}`);
};
// These two need the one before them: a period order and a chain's other end take two places.
const dependent = new Set([
  "period-order calendar",
  "chain-task-mismatch tasks[8].chain",
  "period-outside-plan settings.switches[1].from",
]);

describe("a spoiled plan", () => {
  it.each(spoilings.filter(([code, path]) => !dependent.has(`${code} ${path}`)))(
    "is refused with %s at %s",
    (code, path, spoil) => {
      const json = planJson();
      spoil(json);
      expect(found(json)).toContain(`${code} ${path}`);
    },
  );

  it("is refused with every one of them at once", () => {
    const json = planJson();
    for (const [, , spoil] of spoilings) spoil(json);
    expect(found(json)).toEqual(expect.arrayContaining(spoilings.map(([code, path]) => `${code} ${path}`)));
  });

  it("finds one error where there is one, not its echoes", () => {
    for (const [, path, spoil] of spoilings.slice(0, 8)) {
      const json = planJson();
      spoil(json);
      expect(found(json), path).toHaveLength(1);
    }
  });

  it("does not blame references for a list that cannot be read", () => {
    const json = planJson();
    json.units = "none";
    expect(found(json)).toEqual(["wrong-type units"]);
    const broken = planJson();
    broken.units[14].kind = "bureau";
    expect(found(broken)).toEqual(["wrong-value units[14].kind"]);
  });

  it("finds years in reverse", () => {
    const json = planJson();
    json.document.startYear = 2027;
    expect(found(json)).toContain("years-reversed document");
  });

  it("asks for a newer program where the format is newer", () => {
    const json = planJson();
    json.v = 2;
    expect(found(json)).toEqual(["newer-format v"]);
  });

  it.each([[null], [[]], ["plan"], [7], [undefined]])("is not a plan at all: %j", (json) => {
    expect(found(json)).toEqual(["not-a-plan "]);
  });

  it("survives a file nested deeper than the stack", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    expect(found({ ...planJson(), deep })).toEqual(["unknown-member "]);
  });
});

describe("describePlanError", () => {
  it("says where, what and what to do, in both languages, for every error", () => {
    const json = planJson();
    for (const [, , spoil] of spoilings) spoil(json);
    const result = parsePlan(json);
    if (result.ok) throw new Error("the spoiled plan must be refused");
    for (const error of result.error) {
      const zh = describePlanError(error, "zh");
      const en = describePlanError(error, "en");
      expect(zh.startsWith(`${error.path}：`)).toBe(true);
      expect(en.startsWith(`${error.path}: `)).toBe(true);
      expect(zh).toMatch(/[。）]$/u);
      // Blanks left open are the subject of that one error.
      if (error.code !== "message-blanks-differ") expect(zh + en).not.toMatch(/\{[A-Za-z]+\}/u);
    }
  });

  it("names the figures", () => {
    const json = planJson();
    json.indicators[8].target.value = "1001";
    const result = parsePlan(json);
    expect(
      result.ok
        ? ""
        : describePlanError(result.error[0] ?? { code: "not-a-plan", path: "", params: {} }, "zh"),
    ).toBe(
      "indicators[8].target：指标T07-1的目标值1001不在引文“全产业链营业收入突破1000亿元”里。请核对；由文字换算的，把 valueBasis 标为 inferred。",
    );
  });
});
