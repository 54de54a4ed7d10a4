import type { Indicator } from "../plan/schema.ts";

/** The target as the summary sheet has it in 18 mm, without its year: `突破2500`, `约9`, `2—3`, `每县≥1`. */
export function targetWords({ target, perChain }: Indicator): string {
  const { value = "", valueMax, word = "" } = target;
  const each = perChain ? "每链" : target.every === "year" ? "每年" : "";
  switch (target.comparator) {
    case "ge":
      return word === "突破" ? `${word}${value}` : word === "以上" ? `${value}以上` : value;
    case "approx":
      return `约${value}`;
    case "range":
      return `${each}${value}—${valueMax ?? ""}`;
    case "full-coverage":
      return "全覆盖";
    case "rank-le":
      return `前${value}名`;
    case "rank-front":
      return "全省前列";
    case "each-ge":
      return `每县≥${value}`;
    case "increase":
      return "提升";
    case "complete":
      return "齐备";
  }
}

/** Where the row shows the amount that grows, the rate says what it is of: `约9%/年`. */
export function growthTargetWords(indicator: Indicator): string {
  const { comparator, value = "" } = indicator.target;
  if (comparator === "approx") return `约${value}%/年`;
  return comparator === "ge" ? `≥${value}%/年` : targetWords(indicator);
}
