import type { Answer } from "../answer.ts";
import { figureIn } from "../answer.ts";
import { isBlank, readField } from "../typed.ts";
import { decimalOf, type Decimal } from "../../rollup/decimal.ts";
import type { Plan } from "../../plan/schema.ts";

/** One figure of an answer that could be read. */
export interface ReadFigure {
  readonly input: string;
  readonly kind: "amount" | "count" | "rank";
  readonly unit: string;
  readonly value: Decimal;
}

/** All figures of an indicator's inputs or a row's fields that are numbers. */
export function figuresIn(plan: Plan, answer: Answer): readonly ReadFigure[] {
  if (answer.kind === "indicator")
    return answer.inputs.flatMap(({ id, kind, unit }) => {
      const value = kind === "yes-no" ? null : figureIn(answer.indicator, answer.draft, id);
      return value === null || kind === "yes-no" ? [] : [{ input: id, kind, unit, value }];
    });
  if (answer.kind !== "row") return [];
  return answer.register.fields.flatMap((field) => {
    const typed = answer.draft.fields[field.id];
    if ((field.kind !== "amount" && field.kind !== "count") || typed === undefined || isBlank(typed))
      return [];
    const read = readField(plan, field, typed);
    const value = read.ok ? decimalOf(read.value) : null;
    return value === null ? [] : [{ input: field.id, kind: field.kind, unit: field.unit ?? "", value }];
  });
}
