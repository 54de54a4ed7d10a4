import type { Translate } from "#shared/i18n/words.ts";
import type { PlanChange } from "#shared/plan/plan-changes.ts";

/** A change in words: what kind of thing, which one, and what became of it. */
export type ChangeWords = { readonly part: string; readonly name: string; readonly what: string };

export function changeWords(t: Translate, change: PlanChange): ChangeWords {
  if (change.kind === "due") {
    const due = ({ frequency, monthsAfter, day }: typeof change.before): string =>
      t("planNews:dueText", { frequency: t(`planNews:frequency_${frequency}`), months: monthsAfter, day });
    return {
      part: t("planNews:due"),
      name: change.names.join(t("common:listSeparator")),
      what: t("planNews:fromTo", { from: due(change.before), to: due(change.after) }),
    };
  }
  const name = change.of === null ? change.name : t("planNews:ofPart", { of: change.of, name: change.name });
  const part = t(`planNews:part_${change.part}`);
  if (change.kind !== "changed") return { part, name, what: t(`planNews:${change.kind}`) };
  const said = (value: string | null): string => {
    if (value === null) return t("planNews:unset");
    return change.member === "required" ? t("planNews:required") : value;
  };
  const fromTo = t("planNews:fromTo", { from: said(change.before), to: said(change.after) });
  return {
    part,
    name,
    what: t("planNews:line", { name: t(`planNews:member_${change.member}`), value: fromTo }),
  };
}
