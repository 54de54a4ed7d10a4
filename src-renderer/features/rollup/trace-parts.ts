import type { TracedUnit } from "#shared/ipc/trace-view.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { groupFigure } from "../../app/figures.ts";

const AMOUNT_DECIMALS = 2;

/** A unit's part as it stands in its record where parts are added up (万元), else its own figure (%, 家). */
export function partOf(unit: TracedUnit, { aggregation }: Indicator): string {
  if (aggregation.kind !== "sum") return unit.display;
  const record = unit.records.find(({ used }) => used);
  const body = record?.verified ?? record?.revision.body;
  const value = body && "inputs" in body ? body.inputs?.[aggregation.input] : undefined;
  return typeof value === "string" ? groupFigure(value, AMOUNT_DECIMALS) : unit.display;
}

/** The unit of measure that the parts are in. */
export const partUnit = ({ aggregation, inputs, unit }: Indicator): string =>
  aggregation.kind === "sum" ? (inputs.find(({ id }) => id === aggregation.input)?.unit ?? unit) : unit;
