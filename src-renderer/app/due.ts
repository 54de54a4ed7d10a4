import { useMemo } from "react";
import type { Formats } from "./formats.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import { itemsFor, type AssignedItem } from "#shared/plan/assignment.ts";
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

/** What the plan asks of the units in a period: its due days, and the kinds of items that each is for. */
function askedDue(plan: Plan, period: Period): ReadonlyMap<string, ReadonlySet<AssignedItem["kind"]>> {
  const unit = reportingUnits(plan, period)[0];
  const dated = (unit === undefined ? [] : itemsFor(plan, unit.key, period)).filter(
    ({ dueDate }) => dueDate !== undefined,
  );
  const days = Map.groupBy(dated, ({ dueDate }) => dueDate ?? "");
  return new Map([...days].map(([day, items]) => [day, new Set(items.map(({ kind }) => kind))]));
}

/** The next day on which the units have to report, and for what where they have several; null where there is none. */
export function useAskedDue(): { readonly date: string; readonly what: string } | null {
  const t = useT();
  const { plan, period, today } = useSession();
  const days = useMemo(() => askedDue(plan, period), [plan, period]);
  const date = nextDate([...days.keys()], today);
  if (date === null) return null;
  const kinds = [...(days.get(date) ?? [])].map((kind) => t(`shell:dueKind.${kind}`));
  return { date, what: days.size > 1 ? kinds.join(t("common:listSeparator")) : "" };
}

export function dueText(t: Translate, formats: Formats, date: string, today: string): string {
  const days = daysUntil(date, today);
  if (days === 0) return t("shell:dueToday");
  const fills = { date: formats.day(date), days: Math.abs(days), count: Math.abs(days) };
  return days > 0 ? t("shell:dueIn", fills) : t("shell:duePast", fills);
}

/** `指标 4月29日截止`: what the day is for stands before it, where that has to be said. */
export const dueOf = (t: Translate, what: string, when: string): string =>
  what === "" ? when : t("shell:dueOf", { what, when });

/** For the top bar: a county by its own open items, the office by what the counties are asked. */
export function useDueNotice(): DueNotice | null {
  const t = useT();
  const formats = useFormats();
  const { workspace, period, today } = useSession();
  const asked = useAskedDue();
  const grid = useEngine("entry.grid", workspace.role === "reporter" ? { period } : null);
  if (grid.status === "ready") {
    const next = nextDue(grid.value.items, today);
    return next === null ? null : noticeOf(next.date, dueWhat(t, next));
  }
  return asked === null ? null : noticeOf(asked.date, asked.what);

  function noticeOf(day: string, what: string): DueNotice {
    return { date: day, days: daysUntil(day, today), text: dueOf(t, what, dueText(t, formats, day, today)) };
  }
}
