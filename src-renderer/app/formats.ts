import { useMemo } from "react";
import { monthsElapsed, monthsInPeriod, periodLabel, ytdLabel } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { InterfaceLanguage } from "#shared/i18n/translator.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { planLanguage, useLanguage, useT } from "./language.tsx";
import { useSession } from "./session.tsx";

/** China has one time zone and no summer time; the window shows the clock that the sheets print. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export type Formats = {
  /** `7月10日` of an ISO date or time. */
  readonly day: (iso: string) => string;
  /** `2026年12月31日`. */
  readonly fullDay: (iso: string) => string;
  /** `星期四`. */
  readonly weekday: (iso: string) => string;
  /** `7月7日 14:31` of an ISO time. */
  readonly dayTime: (time: string) => string;
  /** `14:03:22`. */
  readonly clock: (time: string) => string;
  /** The clock for a time of today, else the day. */
  readonly recent: (time: string, today: string) => string;
  /** `2025年6月`. */
  readonly period: (period: Period) => string;
  /** `3月`, `1—2月`: the period without its year. */
  readonly ownMonths: (period: Period) => string;
  /** `1—5月`: what a period's cumulative figures cover. */
  readonly span: (period: Period) => string;
  /** `2024年1—6月`. */
  readonly yearSpan: (period: Period) => string;
  /** `1—6月累计`. */
  readonly ytd: (period: Period) => string;
};

const wallClock = (iso: string): string =>
  iso.length === 10 ? iso : new Date(Date.parse(iso) + CHINA_OFFSET_MS).toISOString();

const spanText = (t: Translate, [first = "", last]: readonly (string | number)[]): string =>
  last === undefined ? t("common:oneMonth", { month: first }) : t("common:monthSpan", { first, last });

export function createFormats(t: Translate, language: InterfaceLanguage, plan: Plan): Formats {
  const parts = (iso: string): { year: string; month: string | number; day: number } => {
    const at = wallClock(iso);
    const month = Number(at.slice(5, 7));
    return {
      year: at.slice(0, 4),
      month: language === "en" ? (MONTHS[month - 1] ?? month) : month,
      day: Number(at.slice(8, 10)),
    };
  };
  const weekdays = [
    t("common:weekday0"),
    t("common:weekday1"),
    t("common:weekday2"),
    t("common:weekday3"),
    t("common:weekday4"),
    t("common:weekday5"),
    t("common:weekday6"),
  ];
  const months = (period: Period): readonly (string | number)[] => {
    const last = monthsElapsed(period);
    const all = language === "en" ? MONTHS : MONTHS.map((_, index) => index + 1);
    return last === 1 ? all.slice(0, 1) : [all[0] ?? "", all[last - 1] ?? ""];
  };
  const clock = (time: string): string => wallClock(time).slice(11, 19);
  const day = (iso: string): string => t("common:monthDay", parts(iso));
  return {
    day,
    fullDay: (iso) => t("common:yearMonthDay", parts(iso)),
    weekday: (iso) => weekdays[new Date(wallClock(iso).slice(0, 10)).getUTCDay()] ?? "",
    dayTime: (time) => t("common:monthDayTime", { ...parts(time), time: wallClock(time).slice(11, 16) }),
    clock,
    recent: (time, today) => (wallClock(time).startsWith(today) ? clock(time) : day(time)),
    ownMonths: (period) => {
      const own = monthsInPeriod(plan, period).map((month) =>
        language === "en" ? (MONTHS[month - 1] ?? month) : month,
      );
      return spanText(t, own.length < 2 ? own : [own[0] ?? "", own.at(-1) ?? ""]);
    },
    span: (period) => spanText(t, months(period)),
    yearSpan: (period) =>
      t("common:yearSpan", { year: period.slice(0, 4), span: spanText(t, months(period)) }),
    period: (period) => periodLabel(plan, period, planLanguage(language)),
    ytd: (period) => ytdLabel(period, planLanguage(language)),
  };
}

export function useFormats(): Formats {
  const t = useT();
  const language = useLanguage();
  const { plan } = useSession();
  return useMemo(() => createFormats(t, language, plan), [t, language, plan]);
}
