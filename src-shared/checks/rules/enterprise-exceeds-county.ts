import { endsYear, periodsOf, yearOf } from "../../plan/calendar.ts";
import { indicatorItem } from "../../plan/item.ts";
import { decimalOf } from "../../rollup/decimal.ts";
import { formatExact } from "../../rollup/format-decimal.ts";
import { figureIn } from "../answer.ts";
import { isIndicatorBody, type RuleCheck } from "../check-context.ts";
import { readField } from "../typed.ts";
import { totalRevenue } from "./chain-exceeds-total.ts";

/** One enterprise's revenue of a named year above the whole industrial revenue of its county in that December. */
export const enterpriseExceedsCounty: RuleCheck = (context, rule, answer) => {
  if (answer.kind !== "row") return [];
  const { plan } = context;
  const { fields, nameField } = answer.register;
  const field = fields.find(({ kind }) => kind === "amount");
  const yearField = fields.find(({ kind }) => kind === "year");
  const total = totalRevenue(plan, rule);
  if (field === undefined || yearField === undefined || total === null) return [];
  const year = answer.draft.fields[yearField.id]?.trim();
  const december = periodsOf(plan).find((period) => endsYear(period) && String(yearOf(period)) === year);
  const typed = readField(plan, field, answer.draft.fields[field.id] ?? "");
  const value = typed.ok ? decimalOf(typed.value) : null;
  if (december === undefined || year === undefined || value === null) return [];
  const item = indicatorItem(total.indicator.id);
  const source = december === context.period ? context.now(item) : context.past(december, item);
  if (source === undefined || !isIndicatorBody(source)) return [];
  const otherValue = figureIn(total.indicator, source, total.input);
  if (otherValue === null || value.lte(otherValue)) return [];
  return [
    {
      input: field.id,
      params: {
        enterprise: answer.draft.fields[nameField] ?? answer.key,
        year,
        value: formatExact(value),
        unit: field.unit ?? "",
        otherValue: formatExact(otherValue),
      },
    },
  ];
};
