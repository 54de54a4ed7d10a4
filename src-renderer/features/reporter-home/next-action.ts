import type { CellState } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";

export type NextAction = {
  readonly label: string;
  readonly page: string;
  readonly params: Readonly<Record<string, string>>;
};

/** The next step: mend what came back, then what is wrong, settle, explain, fill in, submit. */
export function nextAction(t: Translate, counts: Readonly<Record<CellState, number>>): NextAction {
  const entry = (label: string, filter: CellState): NextAction => ({
    label,
    page: "entry",
    params: { filter },
  });
  const { returned, invalid, conflict, warned, empty } = counts;
  const ready = counts.draft + counts.na;
  if (returned > 0) return entry(t("reporterHome:fixReturned", { count: returned }), "returned");
  if (invalid > 0) return entry(t("reporterHome:fixInvalid", { count: invalid }), "invalid");
  if (conflict > 0) {
    return { label: t("reporterHome:settleConflicts", { count: conflict }), page: "conflict", params: {} };
  }
  if (warned > 0) return entry(t("reporterHome:explain", { count: warned }), "warned");
  if (empty > 0) return entry(t("reporterHome:fillEmpty", { count: empty }), "empty");
  if (ready > 0) return { label: t("reporterHome:submit", { count: ready }), page: "submission", params: {} };
  return { label: t("reporterHome:waiting"), page: "submission", params: { view: "exchange" } };
}
