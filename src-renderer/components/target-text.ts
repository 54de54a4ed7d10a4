import type { Translate } from "#shared/i18n/words.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { groupFigure } from "../app/figures.ts";

/** The target as it stands in the plan: `≥2,500 亿元`, `≈9 %`, `2—3 个`, `齐备`; `withUnit` false leaves the unit out. */
export function targetText(t: Translate, { target, unit }: Indicator, withUnit = true): string {
  const value = groupFigure(target.value ?? "");
  const valueMax = groupFigure(target.valueMax ?? "");
  const measured = (text: string): string =>
    withUnit || target.unit !== unit ? t("common:figureWithUnit", { value: text, unit: target.unit }) : text;
  const text = (): string => {
    switch (target.comparator) {
      case "ge":
        return measured(t("rollup:target.ge", { value }));
      case "approx":
        return measured(t("rollup:target.approx", { value }));
      case "range":
        return measured(t("rollup:target.range", { value, valueMax }));
      case "full-coverage":
        return t("rollup:target.full", { value: value || "100" });
      case "rank-le":
        return t("rollup:target.rank", { value });
      case "rank-front":
        return t("rollup:target.front");
      case "each-ge":
        return t("rollup:target.each", { value, unit: target.unit });
      case "increase":
        return t("rollup:target.increase");
      case "complete":
        return t("rollup:target.complete");
    }
  };
  return target.every === "year" ? t("rollup:target.everyYear", { target: text() }) : text();
}
