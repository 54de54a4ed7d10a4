import { z } from "zod";
import { findingSchema, type Finding } from "../checks/finding.ts";
import {
  isoDateSchema,
  itemSchema,
  unitKeySchema,
  periodSchema,
  type Item,
  type UnitKey,
} from "../plan/ids.ts";
import { parseItem } from "../plan/item.ts";
import type { Plan } from "../plan/schema.ts";
import type { UnitCompleteness } from "../rollup/completeness.ts";
import { sinceItemSchema } from "../rollup/snapshot-basis.ts";
import { moverSchema, thresholdSchema } from "./movers.ts";

/**
 * An indicator of a unit that has no figure. 未报 is due on `date`, 暂无数据 is expected by it. Where nothing at all came
 * of a unit, one line stands for all its indicators: `item` null, `date` the first due day.
 */
export const gapSchema = z.strictObject({
  unit: unitKeySchema,
  item: itemSchema.nullable(),
  count: z.int().positive(),
  kind: z.enum(["missing", "waiting", "no-data"]),
  date: isoDateSchema,
  daysLate: z.int().nonnegative(),
  /** 暂无数据: where the figure comes from. */
  source: z.string().nullable(),
});
export type Gap = z.infer<typeof gapSchema>;

export const outlierSchema = z.strictObject({
  unit: unitKeySchema,
  finding: findingSchema,
  /** 说明 of the unit; null where it gave none. */
  explanation: z.string().nullable(),
});
export type Outlier = z.infer<typeof outlierSchema>;

export const digestSchema = z.strictObject({
  period: periodSchema,
  threshold: thresholdSchema.nullable(),
  movers: z.array(moverSchema),
  gaps: z.array(gapSchema),
  outliers: z.array(outlierSchema),
  /** What came after the latest 定稿; null where there is none. */
  since: z.strictObject({ number: z.int(), items: z.array(sinceItemSchema) }).nullable(),
  conflicts: z.array(
    z.strictObject({ unit: unitKeySchema, item: itemSchema, sides: z.int(), at: z.string() }),
  ),
});
export type Digest = z.infer<typeof digestSchema>;

export interface Expected {
  readonly source: string;
  readonly expected: string;
}

const isIndicator = (item: Item): boolean => parseItem(item).kind === "indicator";

/** 缺数 of one unit, in the plan's order. `noData` answers what an item says of its missing figure. */
export function gapsOf(
  { unit, items, reported }: Pick<UnitCompleteness, "unit" | "items" | "reported">,
  noData: (item: Item) => Expected | undefined,
): Gap[] {
  const own = items.filter(({ item }) => isIndicator(item));
  const open = own.filter(({ timing }) => timing === "missing" || timing === "waiting");
  if (reported === 0 && open.length > 1) return [allOf(unit, open)];
  return own.flatMap((each): Gap[] => {
    const { item, timing, dueDate, daysLate } = each;
    if (timing === "missing" || timing === "waiting")
      return [{ unit, item, count: 1, kind: timing, date: dueDate, daysLate, source: null }];
    const said = each.noData ? noData(item) : undefined;
    return said === undefined
      ? []
      : [{ unit, item, count: 1, kind: "no-data", date: said.expected, daysLate: 0, source: said.source }];
  });
}

function allOf(unit: UnitKey, open: UnitCompleteness["items"]): Gap {
  const daysLate = Math.max(...open.map((each) => each.daysLate));
  const first = open.map(({ dueDate }) => dueDate).toSorted()[0] ?? "";
  const kind = daysLate > 0 ? "missing" : "waiting";
  return { unit, item: null, count: open.length, kind, date: first, daysLate, source: null };
}

/** What the checks of scale and jump find, by the kind that the plan gives its rules. */
export function isOutlier(plan: Plan, { rule }: Finding): boolean {
  const kind = plan.rules.find(({ id }) => id === rule)?.kind;
  return kind === "scale" || kind === "jump";
}
