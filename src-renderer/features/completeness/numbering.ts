import type { Translate } from "#shared/i18n/words.ts";
import type { CompletenessUnit } from "#shared/ipc/completeness-view.ts";

/** What is wrong with a unit's packages, and what to do: numbers that never came, numbers that came twice. */
export const numberingSentences = (
  t: Translate,
  { gaps, forks }: Pick<CompletenessUnit, "gaps" | "forks">,
): string[] => [
  ...gaps.map(({ from, to }) =>
    from === to ? t("completeness:gap", { from }) : t("completeness:gaps", { from, to }),
  ),
  ...forks.map((sequence) => t("completeness:fork", { sequence })),
];
