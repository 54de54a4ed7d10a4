import { z } from "zod";
import { basisSchema, textSchema } from "./basis-schema.ts";
import { documentSchema } from "./document-schema.ts";
import { decimalSchema, isoDateSchema, nameSchema, planIdSchema, unitKeySchema } from "./ids.ts";
import { settingsSchema } from "./settings-schema.ts";

const bilingualSchema = z.strictObject({ zh: textSchema, en: textSchema });

export const sectionSchema = z.strictObject({ id: nameSchema, name: textSchema, basis: basisSchema });

export const chainSchema = z.strictObject({ id: nameSchema, name: textSchema, task: z.int() });

/** `reporting` stands on units that may report: on or off at first; the office switches them by period. */
export const unitSchema = z.strictObject({
  key: unitKeySchema,
  kind: z.enum(["city", "county", "zone", "department", "party", "central", "enterprise", "group"]),
  /** The notice's own short name; `names` gives full names with the day they hold from, the first without one. */
  name: textSchema,
  names: z
    .array(
      z.strictObject({
        from: isoDateSchema.optional(),
        name: textSchema,
        /** Short name from that day on, where it changed too. */
        short: textSchema.optional(),
        basis: basisSchema,
      }),
    )
    .min(1),
  reporting: z.enum(["on", "off"]).optional(),
  note: textSchema.optional(),
});

export const taskSchema = z.strictObject({
  no: z.int().positive(),
  title: textSchema,
  titleBasis: basisSchema,
  section: nameSchema,
  /** The task letter by letter, restored where the source was spoilt; `source` is then what the source shows. */
  text: textSchema,
  textSource: textSchema.optional(),
  /** For paper: commas and brackets full-width, nothing else changed. */
  textPrint: textSchema,
  responsibleText: textSchema,
  responsibleSource: textSchema.optional(),
  responsible: z.array(
    z.strictObject({
      unit: unitKeySchema,
      basis: basisSchema,
      lead: z.literal(true).optional(),
      /** The notice's words, where they differ from the unit's short name: 宜春经开区管委会. */
      listedAs: textSchema.optional(),
    }),
  ),
  leadBasis: basisSchema,
  chain: nameSchema.optional(),
  /** Only where the text says 到2026年, or the office set one; otherwise 长期坚持. */
  dueDate: isoDateSchema.optional(),
  schedule: nameSchema,
});

export const inputSchema = z.strictObject({
  id: nameSchema,
  name: textSchema,
  kind: z.enum(["amount", "count", "yes-no", "rank"]),
  /** 万元, 家, 台套, 名 … as entered. */
  unit: textSchema,
  required: z.boolean(),
  /** Cumulative from 1 January: may not fall within a year without a reason. */
  ytd: z.boolean(),
  /** Answered by others than the indicator's `from`: the ranks of T33-1 by the office. */
  from: z.enum(["units", "office"]).optional(),
  /** Due otherwise than the indicator. */
  schedule: nameSchema.optional(),
  /** In a per-chain indicator: answered once, under the indicator itself (`indicator:T20-1`), not per chain. */
  once: z.literal(true).optional(),
  /** Inputs of one `equal` name are one figure of a unit and period: typed once, stored in each. */
  equal: nameSchema.optional(),
  /** The same period's figure that is proposed and may be changed. */
  proposedFrom: z.strictObject({ indicator: nameSchema, input: nameSchema }).optional(),
});

const input = nameSchema;
export const aggregationSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sum"), input, prior: input.optional() }),
  z.strictObject({ kind: z.literal("sum-per-input"), inputs: z.array(input).min(1) }),
  z.strictObject({ kind: z.literal("ratio-of-sums"), numerator: input, denominator: input }),
  z.strictObject({ kind: z.literal("growth"), current: input, prior: input }),
  z.strictObject({
    kind: z.literal("distinct-count"),
    register: nameSchema,
    /** Which rows count: all in force; see the register's fields. */
    where: z.enum(["certified-leaders", "over-10-billion", "all", "completed-in-year"]),
    /** Only rows approved (`approved_on`) on or after this day: the start of 新增. */
    since: isoDateSchema.optional(),
    sinceBasis: basisSchema.optional(),
  }),
  z.strictObject({ kind: z.literal("platform-coverage"), register: nameSchema }),
  z.strictObject({ kind: z.literal("each-county"), register: nameSchema, atLeast: z.int() }),
  z.strictObject({ kind: z.literal("all-of") }),
  z.strictObject({ kind: z.literal("office-value"), input }),
  z.strictObject({ kind: z.literal("office-ratio"), numerator: input, denominator: input }),
]);

export const targetSchema = z.strictObject({
  comparator: z.enum([
    "ge",
    "approx",
    "range",
    "full-coverage",
    "rank-le",
    "rank-front",
    "each-ge",
    "increase",
    "complete",
  ]),
  value: decimalSchema.optional(),
  valueMax: decimalSchema.optional(),
  /** `inferred` where a word was turned into the figure (全覆盖 100 %, 零突破 1); else it stands in the quote. */
  valueBasis: basisSchema.optional(),
  unit: textSchema,
  /** The notice's own word, shown with the figure: 突破, 以上, 左右, 达到. */
  word: textSchema.optional(),
  year: z.int().optional(),
  yearBasis: basisSchema.optional(),
  every: z.enum(["year"]).optional(),
});

export const indicatorSchema = z.strictObject({
  id: nameSchema,
  task: z.int(),
  name: textSchema,
  /** Whom the figure comes from: reporting units' inputs, the office alone, or a register. */
  from: z.enum(["units", "office", "register"]),
  perChain: z.boolean(),
  chain: nameSchema.optional(),
  inputs: z.array(inputSchema),
  aggregation: aggregationSchema,
  measure: z.enum(["year-flow", "count", "coverage", "growth", "ratio", "rank"]),
  /** Unit of the city figure: 亿元, %, 家 … */
  unit: textSchema,
  decimals: z.int().min(0).max(6),
  target: targetSchema,
  /** The words of the notice that give the target; stands in the task's text. */
  quote: textSchema,
  schedule: nameSchema,
  /** 口径: absent = 口径未定. */
  definition: textSchema.optional(),
  definitionBasis: basisSchema.optional(),
  note: textSchema.optional(),
  partOf: nameSchema.optional(),
});

export const fieldSchema = z.strictObject({
  id: nameSchema,
  name: textSchema,
  kind: z.enum(["text", "long-text", "amount", "count", "year", "date", "choice", "chain", "county"]),
  unit: textSchema.optional(),
  required: z.boolean(),
  options: z.array(z.strictObject({ id: nameSchema, name: textSchema })).optional(),
  default: nameSchema.optional(),
  /** Never leaves the office's screens or the unit's own register sheet (统计法). */
  confidential: z.literal(true).optional(),
});

export const registerSchema = z.strictObject({
  id: nameSchema,
  name: textSchema,
  key: z.strictObject({ name: textSchema, kind: z.enum(["credit-code", "text"]) }),
  nameField: nameSchema,
  fields: z.array(fieldSchema).min(1),
  schedule: nameSchema,
  note: textSchema.optional(),
});

/** How often an item is due, and by when after its period ends. */
export const scheduleSchema = z.strictObject({
  id: nameSchema,
  frequency: z.enum(["month", "quarter", "year"]),
  /** Day `day` of the `monthsAfter`-th month after the period's last month. */
  due: z.strictObject({ monthsAfter: z.int().min(1).max(24), day: z.int().min(1).max(31) }),
  basis: basisSchema,
});

export const calendarSchema = z.strictObject({
  cycle: z.enum(["month", "quarter", "year"]),
  cycleBasis: basisSchema,
  first: z.string(),
  last: z.string(),
  /** Months without a period: January, whose figures are reported with February as 1—2月. */
  skippedMonths: z.array(z.int().min(1).max(12)),
  holidays: z.array(z.strictObject({ date: isoDateSchema, kind: z.enum(["holiday", "workday"]) })),
  schedules: z.array(scheduleSchema).min(1),
});

/** A check rule is data: the kind names the code, the parameters stand here. */
export const ruleSchema = z.strictObject({
  id: nameSchema,
  kind: z.enum([
    "not-a-number",
    "negative",
    "not-whole",
    "part-missing",
    "part-exceeds-whole",
    "numerator-exceeds-denominator",
    "ytd-falls",
    "credit-code",
    "date-range",
    "text-too-long",
    "revenue-mismatch",
    "chain-exceeds-total",
    "enterprise-exceeds-county",
    "prior-mismatch",
    "value-vanished",
    "status-regressed",
    "jump",
    "scale",
    "text-unchanged",
    "completed-without-evidence",
    "target-far-exceeded",
  ]),
  tier: z.enum(["hard", "soft", "hint"]),
  /** Indicator or register ids it holds for; absent = wherever the kind applies. */
  items: z.array(nameSchema).optional(),
  except: z.array(nameSchema).optional(),
  params: z.record(nameSchema, z.union([z.string(), z.int()])).optional(),
  /** `{name}` stands for a figure the finding carries. */
  message: bilingualSchema,
  basis: basisSchema,
});

export const lightsSchema = z.strictObject({
  yellowFrom: decimalSchema,
  redFrom: decimalSchema,
  basis: basisSchema,
});

export const planSchema = z.strictObject({
  format: z.literal("taizhang-plan"),
  v: z.literal(1),
  id: planIdSchema,
  version: z.int().positive(),
  document: documentSchema,
  sections: z.array(sectionSchema).min(1),
  chains: z.array(chainSchema),
  units: z.array(unitSchema).min(1),
  officeUnit: unitKeySchema,
  tasks: z.array(taskSchema).min(1),
  indicators: z.array(indicatorSchema),
  registers: z.array(registerSchema),
  calendar: calendarSchema,
  rules: z.array(ruleSchema),
  lights: lightsSchema,
  settings: settingsSchema,
});

export type Plan = z.infer<typeof planSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type Task = z.infer<typeof taskSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type IndicatorInput = z.infer<typeof inputSchema>;
export type Register = z.infer<typeof registerSchema>;
export type RegisterField = z.infer<typeof fieldSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;
export type Chain = z.infer<typeof chainSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type Target = z.infer<typeof targetSchema>;
export type Aggregation = z.infer<typeof aggregationSchema>;
export type Basis = z.infer<typeof basisSchema>;
