import type { Translate } from "#shared/i18n/words.ts";
import type { Basis, Plan, Schedule } from "#shared/plan/schema.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import type { Formats } from "../../app/formats.ts";

/** Something the notice leaves open: what is used now and on what ground; null value = not set. */
export type Matter = {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly basis: Basis | null;
};

/** Every default of the plan with where it comes from, in the order in which an office would settle them. */
export function openMatters(plan: Plan, t: Translate, formats: Formats): Matter[] {
  const { calendar, lights, settings } = plan;
  const counted = (id: string, label: string, entries: readonly unknown[]): Matter => ({
    id,
    label,
    value: entries.length === 0 ? null : t("plan:setCount", { count: entries.length }),
    basis: null,
  });
  const periodName = (id: string): string => formats.period(periodSchema.parse(id));
  return [
    { id: "office", label: t("plan:office"), value: settings.officeName, basis: settings.officeNameBasis },
    {
      id: "cycle",
      label: t("plan:cycle"),
      value: t(`plan:cycle.${calendar.cycle}`),
      basis: calendar.cycleBasis,
    },
    {
      id: "span",
      label: t("plan:calendarSpan"),
      value: t("plan:calendarSpanText", {
        first: periodName(calendar.first),
        last: periodName(calendar.last),
      }),
      basis: calendar.cycleBasis,
    },
    ...calendar.schedules.map((schedule) => ({
      id: `schedule ${schedule.id}`,
      label: t("plan:scheduleDue", { items: scheduledItems(plan, schedule, t) }),
      value: `${t(`plan:frequency.${schedule.frequency}`)}${t("plan:lineJoin")}${dueText(schedule, t)}`,
      basis: schedule.basis,
    })),
    {
      id: "holidays",
      label: t("plan:holidays"),
      value:
        calendar.holidays.length === 0
          ? t("plan:holidaysNone")
          : t("plan:holidaysCount", { count: calendar.holidays.length }),
      basis: null,
    },
    { id: "pace", label: t("plan:pace"), value: t(`plan:pace.${settings.pace}`), basis: settings.paceBasis },
    {
      id: "lights",
      label: t("plan:lights"),
      value: t("plan:lightsText", { yellow: lights.yellowFrom, red: lights.redFrom }),
      basis: lights.basis,
    },
    counted("annual", t("plan:annualTargets"), settings.annualTargets),
    counted("county", t("plan:countyTargets"), settings.countyTargets),
    counted("baselines", t("plan:baselines"), settings.baselines),
    counted("tolerances", t("plan:tolerances"), settings.tolerances),
    counted("chains", t("plan:chainUnits"), settings.chainUnits),
  ];
}

export const dueText = ({ due }: Schedule, t: Translate): string =>
  due.monthsAfter === 1
    ? t("plan:dueNext", { day: due.day })
    : t("plan:dueLater", { months: due.monthsAfter, day: due.day });

/** 任务文字、T01-1 …: what a schedule is for, shortened. */
export function scheduledItems(
  { tasks, indicators, registers }: Plan,
  { id }: Schedule,
  t: Translate,
): string {
  const named = [
    ...(tasks.some(({ schedule }) => schedule === id) ? [t("plan:tasks")] : []),
    ...indicators.filter(({ schedule }) => schedule === id).map((indicator) => indicator.id),
    ...registers.filter(({ schedule }) => schedule === id).map(({ name }) => name),
  ];
  const shown = named.slice(0, SHOWN).join(t("common:listSeparator"));
  return named.length > SHOWN ? t("plan:andMore", { items: shown }) : shown;
}

const SHOWN = 4;
