import type { Translate } from "#shared/i18n/words.ts";
import type { Language } from "#shared/plan/language.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { decimalOf, toDecimalString } from "#shared/rollup/decimal.ts";
import { describeReason } from "#shared/rollup/describe-reason.ts";
import { groupFigure } from "../../app/figures.ts";
import type { Figure } from "./rollup-rows.ts";

const sizeOf = (value: string): string => value.replace("-", "");
const isNegative = (value: string): boolean => value.startsWith("-");

/** Why a unit that is expected is not in the figure, what the office can do something about first. */
const waitedFor = ["conflict", "pending", "returned", "missing", "no-data"] as const;

/** The reason without what the columns beside it say already: 落后 12.2 个百分点. */
export function shortReason(t: Translate, figure: Figure, language: Language): string {
  const { reason } = figure;
  if (reason.code === "pace") {
    return isNegative(reason.behind)
      ? t("rollup:reason.paceAhead", { ahead: sizeOf(reason.behind) })
      : t("rollup:reason.pace", { behind: reason.behind });
  }
  if (reason.code === "gap") {
    const scheduled = t("common:figureWithUnit", { value: reason.scheduled, unit: "%" });
    return isNegative(reason.behind)
      ? t("rollup:reason.gapAhead", { scheduled })
      : t("rollup:reason.gap", { scheduled, behind: reason.behind });
  }
  if (reason.code === "incomplete" || reason.code === "not-reported") {
    const parts = waitedFor.flatMap((state) => {
      const count = figure.byUnit.filter((unit) => unit.state === state).length;
      return count === 0 ? [] : [t(`rollup:incomplete.${state}`, { count })];
    });
    if (parts.length > 0) return parts.join(t("common:listSeparator"));
  }
  if (reason.code === "incomplete") {
    return t("rollup:reason.incomplete", { missing: reason.expected - reason.reported });
  }
  return describeReason(reason, language);
}

export const oneDecimal = (value: string): string => {
  const read = decimalOf(value);
  return read === null ? value : groupFigure(toDecimalString(read, 1) ?? value, 1);
};

/** How far from the target where there is no completion: points, places, or that it is reached. */
export function gapText(t: Translate, figure: Figure, { measure }: Indicator): string | null {
  if (figure.exceeded === true) return t("rollup:exceeded");
  if (figure.met === true && figure.completion === null) return t("rollup:reached");
  if (figure.gap === null) return null;
  if (measure === "rank")
    return isNegative(figure.gap) ? t("rollup:reached") : t("rollup:gapPlaces", { gap: figure.gap });
  if (measure !== "growth" && measure !== "ratio") return null;
  const gap = oneDecimal(sizeOf(figure.gap));
  return isNegative(figure.gap) ? t("rollup:gapShort", { gap }) : t("rollup:gapAhead", { gap });
}

/** What is still open about a figure, the most pressing first. */
export function openText(t: Translate, { units, queries }: Figure): string {
  const undecided = queries.filter(({ counted }) => !counted).length;
  if (units.conflict.length > 0) return t("rollup:conflicts", { count: units.conflict.length });
  if (units.pending.length > 0) return t("rollup:pending", { count: units.pending.length });
  if (units.returned.length > 0) return t("rollup:returned", { count: units.returned.length });
  return undecided > 0 ? t("rollup:queries", { count: undecided }) : "";
}

/** The figure as shown, or how many types it falls into where there is no grand total. */
export const valueText = (t: Translate, figure: Figure): string | null => {
  if (figure.value !== null) return figure.display;
  const parts = figure.secondary.parts?.filter(({ value }) => value !== null) ?? [];
  return parts.length > 0 ? t("rollup:parts", { count: parts.length }) : null;
};
