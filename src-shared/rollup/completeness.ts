import type { SubjectStatus } from "../ledger/subject-state.ts";
import { itemsFor, type AssignedItem } from "../plan/assignment.ts";
import { daysUntil } from "../plan/calendar.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import { parseItem } from "../plan/item.ts";
import type { Plan } from "../plan/schema.ts";
import { needsConsent } from "./context.ts";

/**
 * What has come in of one item of a unit, or still stands of an earlier period (不涉及). `receivedAt`: when the
 * office took in the first bundle with it; absent where nothing new was needed.
 */
export interface ReceivedItem {
  readonly item: Item;
  readonly state: SubjectStatus;
  readonly answer: "value" | "not-applicable" | "no-data";
  readonly receivedAt?: string;
}

export type Timeliness = "on-time" | "late" | "missing" | "not-due";

/** One due item. Its state is that of the least settled part: a register is as far as the row that is furthest behind. */
export interface ItemCompleteness {
  readonly item: Item;
  readonly dueDate: string;
  readonly timing: "on-time" | "late" | "missing" | "waiting" | "not-applicable";
  /** When it first came, or how long it is overdue now. */
  readonly daysLate: number;
  readonly noData: boolean;
  readonly state: SubjectStatus;
}

/**
 * 应报 `expected` = 已报 `reported` + 未报 `missing` + 未到期 `waiting`, 已报 = 按时 + 迟报, and 已报 = `accepted` +
 * `pending` + `resubmitted` + `returned` + `conflict`.
 */
export interface UnitCompleteness {
  readonly unit: UnitKey;
  readonly expected: number;
  /** 已报: received, whatever became of it; 按时 and 迟报 among them. */
  readonly reported: number;
  readonly onTime: number;
  readonly late: number;
  /** 未报: not received and past due; `waiting`: not received, its due day not over. */
  readonly missing: number;
  readonly waiting: number;
  /** 不涉及 that needs no consent or has it: no longer expected. */
  readonly notApplicable: number;
  readonly noData: number;
  readonly accepted: number;
  readonly pending: number;
  readonly resubmitted: number;
  readonly returned: number;
  readonly conflict: number;
  /** 按时 and 迟报 of what came; 未报 only where nothing did. Something may be missing in either case. */
  readonly timeliness: Timeliness;
  /** Of the item that came latest. */
  readonly daysLate: number;
  /** Of the item that is longest overdue and has not come. */
  readonly daysOverdue: number;
  /** Every due item in the plan's order, 不涉及 among them. */
  readonly items: readonly ItemCompleteness[];
}

export interface CompletenessInput {
  readonly plan: Plan;
  readonly period: Period;
  readonly unit: UnitKey;
  readonly received: readonly ReceivedItem[];
  /** The office's day, ISO date. */
  readonly today: string;
  /** The office's clock against UTC, in minutes; China is 480. */
  readonly utcOffsetMinutes?: number;
}

/** One unit in one period. Late is judged by the office's receipt, never by a laptop's clock. */
export function completenessOf({
  plan,
  period,
  unit,
  received,
  today,
  utcOffsetMinutes = 480,
}: CompletenessInput): UnitCompleteness {
  const found = receivedByItem(received);
  const items = itemsFor(plan, unit, period).flatMap((assigned) =>
    assigned.due ? [judgeItem(assigned, found.get(assigned.item) ?? [], today, utcOffsetMinutes)] : [],
  );
  const inTime = (timing: ItemCompleteness["timing"]): readonly ItemCompleteness[] =>
    items.filter((each) => each.timing === timing);
  const reported = [...inTime("on-time"), ...inTime("late")];
  const inState = (state: SubjectStatus): number => reported.filter((each) => each.state === state).length;
  const counts = {
    onTime: inTime("on-time").length,
    late: inTime("late").length,
    missing: inTime("missing").length,
  };
  const longest = (of: readonly ItemCompleteness[]): number =>
    Math.max(0, ...of.map(({ daysLate }) => daysLate));
  return {
    unit,
    expected: items.length - inTime("not-applicable").length,
    reported: reported.length,
    ...counts,
    waiting: inTime("waiting").length,
    notApplicable: inTime("not-applicable").length,
    noData: reported.filter(({ noData }) => noData).length,
    accepted: inState("accepted"),
    pending: inState("sealed"),
    resubmitted: inState("resubmitted"),
    returned: inState("returned"),
    conflict: inState("conflict"),
    timeliness: timelinessOf(counts),
    daysLate: longest(inTime("late")),
    daysOverdue: longest(inTime("missing")),
    items,
  };
}

function timelinessOf(counts: Pick<UnitCompleteness, "missing" | "late" | "onTime">): Timeliness {
  if (counts.late > 0) return "late";
  if (counts.onTime > 0) return "on-time";
  return counts.missing > 0 ? "missing" : "not-due";
}

const LEAST_SETTLED_FIRST: readonly SubjectStatus[] = [
  "conflict",
  "returned",
  "resubmitted",
  "sealed",
  "accepted",
];

/** A register is answered by its confirmation or by any of its rows. */
function receivedByItem(received: readonly ReceivedItem[]): ReadonlyMap<string, readonly ReceivedItem[]> {
  return Map.groupBy(
    received.filter(({ state }) => state !== "none"),
    ({ item }) => {
      const parts = parseItem(item);
      return parts.kind === "register" ? `register:${parts.register}` : item;
    },
  );
}

function judgeItem(
  assigned: AssignedItem,
  received: readonly ReceivedItem[],
  today: string,
  utcOffsetMinutes: number,
): ItemCompleteness {
  const { item, dueDate = today } = assigned;
  const overdue = (day: string): number => Math.max(0, -daysUntil(dueDate, day));
  const state = LEAST_SETTLED_FIRST.find((each) => received.some((one) => one.state === each)) ?? "none";
  const noData = received.some(({ answer }) => answer === "no-data");
  const known = { item, dueDate, noData, state };
  if (state === "none") {
    const daysLate = overdue(today);
    return { ...known, timing: daysLate > 0 ? "missing" : "waiting", daysLate };
  }
  if (received.some((each) => isExcused(assigned, each)))
    return { ...known, timing: "not-applicable", daysLate: 0 };
  const daysLate = overdue(firstDay(received, utcOffsetMinutes) ?? dueDate);
  return { ...known, timing: daysLate > 0 ? "late" : "on-time", daysLate };
}

function isExcused(assigned: AssignedItem, { answer, state }: ReceivedItem): boolean {
  if (answer !== "not-applicable") return false;
  return state === "accepted" || (assigned.kind === "indicator" && !needsConsent(assigned.indicator));
}

/** The office's calendar day on which the item first came in. */
function firstDay(received: readonly ReceivedItem[], utcOffsetMinutes: number): string | undefined {
  const first = received
    .flatMap(({ receivedAt }) => receivedAt ?? [])
    .toSorted()
    .at(0);
  if (first === undefined) return undefined;
  return new Date(Date.parse(first) + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}
