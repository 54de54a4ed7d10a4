import { z } from "zod";
import { textSchema } from "./basis-schema.ts";
import { decimalSchema, isoDateSchema, nameSchema, periodSchema, unitKeySchema } from "./ids.ts";
import { scheduleSchema } from "./schema.ts";
import { settingsSchema } from "./settings-schema.ts";

/**
 * One thing that the office changes about the plan. It names what stands there afterwards, never a difference: null
 * takes it away (“not set”). Two edits of one address replace each other.
 */

const indicator = nameSchema;
const unit = unitKeySchema;
const value = decimalSchema.nullable();
const year = z.int();
const units = z.array(unitKeySchema).max(200).nullable();
const { frequency, due } = scheduleSchema.shape;

export const planEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("office-name"), name: textSchema }),
  z.strictObject({ kind: z.literal("pace"), pace: settingsSchema.shape.pace }),
  /** Percentage points behind. */
  z.strictObject({ kind: z.literal("lights"), yellowFrom: decimalSchema, redFrom: decimalSchema }),
  z.strictObject({ kind: z.literal("annual-target"), indicator, year, value }),
  z.strictObject({ kind: z.literal("county-target"), indicator, unit, year, value }),
  /** 基期. */
  z.strictObject({
    kind: z.literal("baseline"),
    indicator,
    baseline: z.strictObject({ date: isoDateSchema, value: decimalSchema }).nullable(),
  }),
  /** Of 左右. */
  z.strictObject({ kind: z.literal("tolerance"), indicator, value }),
  /** 口径. */
  z.strictObject({ kind: z.literal("definition"), indicator, text: textSchema.nullable() }),
  /** Null: no switch in that period. */
  z.strictObject({
    kind: z.literal("switch"),
    unit,
    from: periodSchema,
    reporting: z.enum(["on", "off"]).nullable(),
  }),
  /** Null: not set, every unit is asked. */
  z.strictObject({ kind: z.literal("chain-units"), chain: nameSchema, units }),
  z.strictObject({ kind: z.literal("group-members"), group: unit, units }),
  z.strictObject({ kind: z.literal("counted-inside"), zone: unit, county: unit.nullable() }),
  z.strictObject({ kind: z.literal("office-alone"), indicator, alone: z.boolean() }),
  z.strictObject({ kind: z.literal("delegated"), indicator, unit: unit.nullable() }),
  z.strictObject({ kind: z.literal("schedule"), schedule: nameSchema, frequency, due }),
  z.strictObject({
    kind: z.literal("holiday"),
    date: isoDateSchema,
    day: z.enum(["holiday", "workday"]).nullable(),
  }),
  /** Null: 长期坚持. */
  z.strictObject({ kind: z.literal("task-due"), task: z.int().positive(), date: isoDateSchema.nullable() }),
]);
export type PlanEdit = z.infer<typeof planEditSchema>;

/** More than every cell of every table of the bundled plan. */
export const planEditsSchema = z.array(planEditSchema).min(1).max(5000);

/** Where the edit strikes: `annual-target T02-1 2025`. */
export function editAddress(edit: PlanEdit): string {
  switch (edit.kind) {
    case "office-name":
    case "pace":
    case "lights":
      return edit.kind;
    case "annual-target":
      return `${edit.kind} ${edit.indicator} ${edit.year}`;
    case "county-target":
      return `${edit.kind} ${edit.indicator} ${edit.unit} ${edit.year}`;
    case "baseline":
    case "tolerance":
    case "definition":
    case "office-alone":
    case "delegated":
      return `${edit.kind} ${edit.indicator}`;
    case "switch":
      return `${edit.kind} ${edit.unit} ${edit.from}`;
    case "chain-units":
      return `${edit.kind} ${edit.chain}`;
    case "group-members":
      return `${edit.kind} ${edit.group}`;
    case "counted-inside":
      return `${edit.kind} ${edit.zone}`;
    case "schedule":
      return `${edit.kind} ${edit.schedule}`;
    case "holiday":
      return `${edit.kind} ${edit.date}`;
    case "task-due":
      return `${edit.kind} ${edit.task}`;
  }
}
