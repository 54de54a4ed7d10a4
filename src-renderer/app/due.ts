import type { Formats } from "./formats.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { daysUntil } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { useFormats } from "./formats.ts";
import { useT } from "./language.tsx";
import { useEngine } from "./queries.ts";
import { useSession } from "./session.tsx";

/** `date` an ISO day; `days` from today, negative when past. */
export type DueNotice = { readonly date: string; readonly days: number; readonly text: string };

const isOpen = (item: ItemView): boolean =>
  ["empty", "draft", "invalid", "warned", "returned", "na"].includes(item.state);

/** What falls due next: on which ISO day, how many items, and what sets them apart from the others. */
export type NextDue = {
  readonly date: string;
  readonly count: number;
  readonly what: "all" | "part" | "returned";
};

/** The next due day of what is still open, else of what was asked: the earliest to come, or the last that passed. */
export function nextDue(items: readonly ItemView[], today: string): NextDue | null {
  const due = items.filter((item) => item.due);
  const open = due.filter(isOpen);
  const asked = open.length > 0 ? open : due;
  const date = nextDate(
    asked.flatMap(({ dueDate }) => dueDate ?? []),
    today,
  );
  if (date === null) return null;
  const then = asked.filter(({ dueDate }) => dueDate === date);
  const isReturned = then.every(({ state }) => state === "returned");
  const what = isReturned ? "returned" : then.length < asked.length ? "part" : "all";
  return { date, count: then.length, what };
}

export function nextDate(dates: readonly string[], today: string): string | null {
  const sorted = dates.toSorted();
  return sorted.find((date) => date >= today) ?? sorted.at(-1) ?? null;
}

/** Names the items that the day is for, where it is not for all that is open; else empty. */
export const dueWhat = (t: Translate, { what, count }: NextDue): string =>
  what === "all" ? "" : t(what === "returned" ? "shell:dueReturned" : "shell:duePart", { count });

function askedDueDates(plan: Plan, period: Period): readonly string[] {
  const unit = reportingUnits(plan, period)[0];
  return unit === undefined ? [] : itemsFor(plan, unit.key, period).flatMap(({ dueDate }) => dueDate ?? []);
}

export function dueText(t: Translate, formats: Formats, date: string, today: string): string {
  const days = daysUntil(date, today);
  if (days === 0) return t("shell:dueToday");
  const fills = { date: formats.day(date), days: Math.abs(days), count: Math.abs(days) };
  return days > 0 ? t("shell:dueIn", fills) : t("shell:duePast", fills);
}

/** For the top bar: a county by its own open items, the office by what the counties are asked. */
export function useDueNotice(): DueNotice | null {
  const t = useT();
  const formats = useFormats();
  const { workspace, plan, period, today } = useSession();
  const grid = useEngine("entry.grid", workspace.role === "reporter" ? { period } : null);
  if (grid.status === "ready") {
    const next = nextDue(grid.value.items, today);
    return next === null ? null : noticeOf(next.date, dueWhat(t, next));
  }
  const date = nextDate(askedDueDates(plan, period), today);
  return date === null ? null : noticeOf(date, "");

  function noticeOf(day: string, what: string): DueNotice {
    return { date: day, days: daysUntil(day, today), text: what + dueText(t, formats, day, today) };
  }
}
