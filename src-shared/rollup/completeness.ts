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

/** 应报 `expected` = `reported` + `missing` + `waiting`; the states add up over what was reported. */
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
  readonly timeliness: Timeliness;
  /** Of the item longest overdue when it came, or still overdue. */
  readonly daysLate: number;
  readonly missingItems: readonly Item[];
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
  const due = itemsFor(plan, unit, period).filter((assigned) => assigned.due);
  const judged = due.map((assigned) =>
    judgeItem(assigned, found.get(assigned.item) ?? [], today, utcOffsetMinutes),
  );
  const count = (test: (each: ItemJudgement) => boolean): number => judged.filter(test).length;
  const inState = (state: SubjectStatus): number => count((each) => each.states.includes(state));
  const missing = judged.filter(({ timing }) => timing === "missing");
  const late = count(({ timing }) => timing === "late");
  const onTime = count(({ timing }) => timing === "on-time");
  return {
    unit,
    expected: count(({ timing }) => timing !== "not-applicable"),
    reported: onTime + late,
    onTime,
    late,
    missing: missing.length,
    waiting: count(({ timing }) => timing === "waiting"),
    notApplicable: count(({ timing }) => timing === "not-applicable"),
    noData: count(({ noData }) => noData),
    accepted: inState("accepted"),
    pending: inState("sealed"),
    resubmitted: inState("resubmitted"),
    returned: inState("returned"),
    conflict: inState("conflict"),
    timeliness: timelinessOf(missing.length, late, onTime),
    daysLate: Math.max(0, ...judged.map(({ daysLate }) => daysLate)),
    missingItems: missing.map(({ item }) => item),
  };
}

function timelinessOf(missing: number, late: number, onTime: number): Timeliness {
  if (missing > 0) return "missing";
  if (late > 0) return "late";
  return onTime > 0 ? "on-time" : "not-due";
}

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

interface ItemJudgement {
  readonly item: Item;
  readonly timing: "on-time" | "late" | "missing" | "waiting" | "not-applicable";
  readonly daysLate: number;
  readonly noData: boolean;
  readonly states: readonly SubjectStatus[];
}

function judgeItem(
  assigned: AssignedItem,
  received: readonly ReceivedItem[],
  today: string,
  utcOffsetMinutes: number,
): ItemJudgement {
  const { item, dueDate = today } = assigned;
  const states = [...new Set(received.map(({ state }) => state))];
  const noData = received.some(({ answer }) => answer === "no-data");
  const overdue = (day: string): number => Math.max(0, -daysUntil(dueDate, day));
  if (received.length === 0) {
    const daysLate = overdue(today);
    return { item, timing: daysLate > 0 ? "missing" : "waiting", daysLate, noData, states };
  }
  if (received.some((each) => isExcused(assigned, each)))
    return { item, timing: "not-applicable", daysLate: 0, noData, states };
  const daysLate = overdue(firstDay(received, utcOffsetMinutes) ?? dueDate);
  return { item, timing: daysLate > 0 ? "late" : "on-time", daysLate, noData, states };
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
