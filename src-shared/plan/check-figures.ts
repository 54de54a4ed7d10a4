import { Decimal } from "decimal.js";
import { planError, type PlanError } from "./plan-error.ts";
import type { Part, PlanParts } from "./plan-parts.ts";
import type { Aggregation, Indicator, Register, Rule, Target } from "./schema.ts";

/** Indicators, registers and rules in themselves: what a figure is made of must be there. */

export function figureErrors(parts: PlanParts): readonly PlanError[] {
  return [
    ...parts.indicators.flatMap((indicator) => [
      ...inputErrors(parts, indicator),
      ...sourceErrors(indicator),
      ...targetErrors(parts, indicator),
      ...partOfErrors(parts, indicator),
      ...registerErrors(parts, indicator),
    ]),
    ...parts.registers.flatMap(fieldErrors),
    ...parts.rules.flatMap((rule) => ruleErrors(parts, rule)),
  ];
}

function inputsUsed(aggregation: Aggregation): readonly string[] {
  switch (aggregation.kind) {
    case "sum":
      return aggregation.prior === undefined ? [aggregation.input] : [aggregation.input, aggregation.prior];
    case "sum-per-input":
      return aggregation.inputs;
    case "ratio-of-sums":
    case "office-ratio":
      return [aggregation.numerator, aggregation.denominator];
    case "growth":
      return [aggregation.current, aggregation.prior];
    case "office-value":
      return [aggregation.input];
    case "distinct-count":
    case "platform-coverage":
    case "each-county":
    case "all-of":
      return [];
  }
}

function inputErrors(parts: PlanParts, { path, value }: Part<Indicator>): readonly PlanError[] {
  const used = inputsUsed(value.aggregation);
  const missing = used
    .filter((id) => !value.inputs.some((input) => input.id === id))
    .map((input) => planError("input-missing", `${path}.aggregation`, { indicator: value.id, input }));
  const repeated = value.aggregation.kind !== "sum-per-input" && used.length === 2 && used[0] === used[1];
  const itself = repeated
    ? [planError("ratio-of-itself", `${path}.aggregation`, { indicator: value.id, input: used[0] ?? "" })]
    : [];
  const proposed = value.inputs.flatMap((input, index) => {
    const from = input.proposedFrom;
    const other = parts.indicators.find((candidate) => candidate.value.id === from?.indicator)?.value;
    if (from === undefined || other === undefined || other.inputs.some((each) => each.id === from.input))
      return [];
    const params = { indicator: other.id, input: from.input };
    return [planError("input-missing", `${path}.inputs[${index}].proposedFrom`, params)];
  });
  return [...missing, ...itself, ...proposed];
}

function sourceErrors({ path, value }: Part<Indicator>): readonly PlanError[] {
  const kind = value.aggregation.kind;
  const overRegister = "register" in value.aggregation;
  const byOffice = kind === "office-value" || kind === "office-ratio";
  const fits =
    overRegister === (value.from === "register") &&
    (value.from === "register" || value.inputs.length > 0) &&
    (!byOffice || value.from === "office");
  if (fits) return [];
  const params = { indicator: value.id, from: value.from, aggregation: kind };
  return [planError("source-mismatch", `${path}.from`, params)];
}

const valuesNeeded: Readonly<Record<Target["comparator"], readonly ("value" | "valueMax")[]>> = {
  ge: ["value"],
  approx: ["value"],
  range: ["value", "valueMax"],
  "full-coverage": [],
  "rank-le": ["value"],
  "rank-front": [],
  "each-ge": ["value"],
  increase: [],
  complete: [],
};

function targetErrors({ document }: PlanParts, { path, value }: Part<Indicator>): readonly PlanError[] {
  const { target, id } = value;
  const errors: PlanError[] = valuesNeeded[target.comparator]
    .filter((member) => target[member] === undefined)
    .map((member) =>
      planError("target-value-missing", `${path}.target`, {
        indicator: id,
        comparator: target.comparator,
        member,
      }),
    );
  if (target.value !== undefined && target.valueMax !== undefined) {
    if (new Decimal(target.value).gt(target.valueMax)) {
      const params = { indicator: id, value: target.value, valueMax: target.valueMax };
      errors.push(planError("target-range-reversed", `${path}.target`, params));
    }
  }
  const { startYear: start, endYear: end } = document;
  const year = target.year;
  if (year !== undefined && start !== undefined && end !== undefined && (year < start || year > end)) {
    const params = { year: String(year), start: String(start), end: String(end) };
    errors.push(planError("year-outside-plan", `${path}.target.year`, params));
  }
  return errors;
}

function partOfErrors(parts: PlanParts, { path, value }: Part<Indicator>): readonly PlanError[] {
  const seen = new Set<string>();
  let at: string | undefined = value.partOf;
  while (at !== undefined && !seen.has(at)) {
    if (at === value.id) return [planError("part-of-itself", `${path}.partOf`, { indicator: value.id })];
    seen.add(at);
    const next: string = at;
    at = parts.indicators.find((candidate) => candidate.value.id === next)?.value.partOf;
  }
  return [];
}

function fieldsNeeded(aggregation: Aggregation): readonly string[] {
  switch (aggregation.kind) {
    case "platform-coverage":
      return ["chain", "stage", "provincial_platform"];
    case "each-county":
      return ["county"];
    case "distinct-count": {
      const since = aggregation.since === undefined ? [] : ["approved_on"];
      if (aggregation.where === "certified-leaders") return ["chain", "stage", ...since];
      if (aggregation.where === "over-10-billion") return ["revenue", "year", ...since];
      return aggregation.where === "completed-in-year" ? ["completed_on", ...since] : since;
    }
    default:
      return [];
  }
}

function registerErrors(parts: PlanParts, { path, value }: Part<Indicator>): readonly PlanError[] {
  const { aggregation } = value;
  if (!("register" in aggregation)) return [];
  const register = parts.registers.find((candidate) => candidate.value.id === aggregation.register)?.value;
  if (register === undefined) return [];
  return fieldsNeeded(aggregation)
    .filter((id) => !register.fields.some((field) => field.id === id))
    .map((field) =>
      planError("field-missing", `${path}.aggregation`, { register: register.id, field, needed: value.id }),
    );
}

function fieldErrors({ path, value: register }: Part<Register>): readonly PlanError[] {
  const errors: PlanError[] = [];
  if (!register.fields.some((field) => field.id === register.nameField)) {
    const params = { register: register.id, field: register.nameField, needed: "nameField" };
    errors.push(planError("field-missing", `${path}.nameField`, params));
  }
  for (const [index, field] of register.fields.entries()) {
    const at = `${path}.fields[${index}]`;
    if (field.kind === "choice" && (field.options ?? []).length === 0) {
      errors.push(planError("choice-without-options", at, { field: field.id }));
    }
    const chosen = field.default;
    if (chosen !== undefined && !(field.options ?? []).some((option) => option.id === chosen)) {
      errors.push(planError("default-not-an-option", at, { field: field.id, value: chosen }));
    }
  }
  return errors;
}

const paramsNeeded: Partial<Record<Rule["kind"], readonly string[]>> = {
  "date-range": ["earliest"],
  "text-too-long": ["max"],
  "revenue-mismatch": ["indicator"],
  "chain-exceeds-total": ["indicator"],
  "enterprise-exceeds-county": ["indicator"],
  "prior-mismatch": ["percent"],
  jump: ["percent", "minimum"],
  scale: ["tens", "units", "tolerance"],
  "target-far-exceeded": ["percent"],
};

const blanksIn = (message: string): ReadonlySet<string> => new Set(message.match(/\{[A-Za-z]+\}/g) ?? []);

function ruleErrors(parts: PlanParts, { path, value: rule }: Part<Rule>): readonly PlanError[] {
  const errors: PlanError[] = [];
  for (const member of ["items", "except"] as const) {
    for (const [index, id] of (rule[member] ?? []).entries()) {
      if (parts.knows("indicator", id) || parts.knows("register", id)) continue;
      const params = { kind: "item", id };
      errors.push(planError("unknown-reference", `${path}.${member}[${index}]`, params));
    }
  }
  for (const param of paramsNeeded[rule.kind] ?? []) {
    if (!Object.hasOwn(rule.params ?? {}, param)) {
      errors.push(planError("rule-param-missing", `${path}.params`, { rule: rule.id, param }));
    }
  }
  const named = rule.params?.["indicator"];
  if (named !== undefined && !parts.knows("indicator", named)) {
    const params = { kind: "indicator", id: String(named) };
    errors.push(planError("unknown-reference", `${path}.params.indicator`, params));
  }
  const different = blanksIn(rule.message.zh).symmetricDifference(blanksIn(rule.message.en));
  if (different.size > 0) {
    const params = { rule: rule.id, blanks: [...different].join(" ") };
    errors.push(planError("message-blanks-differ", `${path}.message`, params));
  }
  return errors;
}
