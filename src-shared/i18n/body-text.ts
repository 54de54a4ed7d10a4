import { readAnswer, type IndicatorAnswer, type RowAnswer } from "../checks/answer.ts";
import { UNRANKED } from "../checks/draft.ts";
import { toCanonicalText } from "../ledger/canonical.ts";
import type { RevisionBody } from "../ledger/record.ts";
import type { Item } from "../plan/ids.ts";
import type { IndicatorInput, Plan, RegisterField } from "../plan/schema.ts";
import { unitName } from "../plan/units.ts";
import { decimalOf } from "../rollup/decimal.ts";
import { formatExact } from "../rollup/format-decimal.ts";
import type { Translate } from "./words.ts";

/** What a unit answered, in a line: `研发经费 1,600 万元、营业收入 100,000 万元`. What the plan does not know stays as it is. */
export function bodyText(t: Translate, plan: Plan, item: Item, body: RevisionBody): string {
  const answer = readAnswer(plan, item, body);
  if (!answer.ok) return toCanonicalText(body);
  switch (answer.value.kind) {
    case "indicator":
      return indicatorText(t, answer.value);
    case "row":
      return rowText(t, plan, answer.value);
    case "confirmation":
      return t(`answers:confirm.${answer.value.draft.confirm}`);
    default:
      return toCanonicalText(body);
  }
}

function indicatorText(t: Translate, { inputs, draft }: IndicatorAnswer): string {
  const label = (name: string, text: string): string => t("common:labelled", { label: name, text });
  if (draft.notApplicable !== undefined) return label(t("answers:answer.notApplicable"), draft.notApplicable);
  if (draft.noData !== undefined) {
    const { source = "", expected: date = "" } = draft.noData;
    return label(t("answers:answer.noData"), t("answers:answer.noDataText", { source, date }));
  }
  return inputs
    .flatMap((input) => {
      const value = draft.inputs?.[input.id];
      return value === undefined ? [] : [`${input.name} ${inputText(t, input, value)}`];
    })
    .join(t("common:listSeparator"));
}

/** One input as entered, with its unit. */
export function inputText(t: Translate, { unit }: IndicatorInput, value: string | boolean): string {
  if (typeof value === "boolean") return t(value ? "answers:yes" : "answers:no");
  if (value === UNRANKED) return t("answers:unranked");
  const figure = decimalOf(value);
  return figure === null ? value : t("common:figureWithUnit", { value: formatExact(figure), unit });
}

function rowText(t: Translate, plan: Plan, { register, draft }: RowAnswer): string {
  return register.fields
    .flatMap((field) => {
      const value = draft.fields[field.id];
      return value === undefined || value === "" ? [] : [fieldText(plan, field, value)];
    })
    .join(t("common:listSeparator"));
}

function fieldText(plan: Plan, field: RegisterField, value: string): string {
  if (field.kind === "chain") return plan.chains.find(({ id }) => id === value)?.name ?? value;
  if (field.kind === "county") return unitName(plan, value);
  return field.options?.find(({ id }) => id === value)?.name ?? value;
}
