import type { Period } from "../plan/ids.ts";
import { periodSchema } from "../plan/ids.ts";
import type { PlanChange } from "../plan/plan-changes.ts";
import type { SettingChange } from "../plan/settings-changes.ts";
import type { PlainKey, Translate } from "./words.ts";

/** A change in words: what kind of thing, which one, and what became of it. */
export type ChangeWords = { readonly part: string; readonly name: string; readonly what: string };

/** `periodName`: how the plan calls a period, `2025年3月`. */
export function changeWords(
  t: Translate,
  change: PlanChange,
  periodName: (period: Period) => string,
): ChangeWords {
  if (change.kind === "setting") return settingWords(t, change, periodName);
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
  if (change.member === "rest") return { part, name, what: t("planNews:restChanged") };
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

function settingWords(
  t: Translate,
  { setting, of, at, before, after }: SettingChange,
  periodName: (period: Period) => string,
): ChangeWords {
  const said = (value: string | null): string => {
    if (value === null) return t(setting === "chain-units" ? "planNews:allAsked" : "planNews:unset");
    const word = SAID[`${setting} ${value}`];
    return word === undefined ? value : t(word);
  };
  const when = at === null ? [] : [setting === "switch" ? t("planNews:since_period", { at: named(at) }) : at];
  return {
    part: t(`planNews:setting_${setting}`),
    name: [...of, ...when].join(" · "),
    what:
      setting === "document"
        ? t("planNews:restChanged")
        : t("planNews:fromTo", { from: said(before), to: said(after) }),
  };
  function named(period: string): string {
    const parsed = periodSchema.safeParse(period);
    return parsed.success ? periodName(parsed.data) : period;
  }
}

const SAID: Readonly<Record<string, PlainKey>> = {
  "pace none": "plan:pace.none",
  "pace annual-targets": "plan:pace.annual-targets",
  "pace linear": "plan:pace.linear",
  "switch on": "planNews:switch_on",
  "switch off": "planNews:switch_off",
  "holiday holiday": "planNews:day_holiday",
  "holiday workday": "planNews:day_workday",
  "office-alone alone": "planNews:officeAlone",
};
