import { subjectStatusSchema } from "#shared/ledger/subject-state.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { chinaDay } from "#shared/plan/china-day.ts";
import { itemSchema, type Item, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { completenessOf, type ReceivedItem, type UnitCompleteness } from "#shared/rollup/completeness.ts";
import { firstReceived } from "../../store/bundles.ts";
import { subjectsOfUnit } from "../../store/subjects.ts";
import type { SubjectTable } from "../../store/tables.ts";
import { saysNotApplicable, standingNotApplicable } from "./item-view.ts";
import { now, type Session } from "../session.ts";
import { bodyOf } from "./unit-period.ts";

export interface KnownCompleteness extends UnitCompleteness {
  /** When the office first took in anything of the unit's period; an ISO time. */
  readonly receivedAt: string | null;
}

/**
 * 完成情况 as the ledger and the office's receipts have it. Every place that counts what is due asks here: 工作台, 审核,
 * 完成情况, `status` and the printed sheets. Read for these periods; what it answers is of this moment.
 */
export function completenessReader(session: Session, periods: readonly Period[]) {
  const { plan } = session;
  const received = receivedIn(session, periods);
  const subjects = subjectReader(session);
  const today = chinaDay(now(session));
  return (unit: UnitKey, period: Period): KnownCompleteness => {
    const times = received.get(`${unit} ${period}`) ?? new Map<string, string>();
    const came = [...subjects(unit, period).values()].map((row): ReceivedItem => {
      const at = times.get(row.item);
      return { ...answerOf(row), ...(at !== undefined && { receivedAt: at }) };
    });
    const past = (at: Period, item: Item) => bodyOf(subjects(unit, at).get(item)?.current_body) ?? undefined;
    const isAnswered = (item: Item): boolean =>
      came.some((each) => each.item === item || each.item.startsWith(`${item}/`));
    const standing = itemsFor(plan, unit, period).flatMap(({ item, due }): ReceivedItem[] => {
      const from =
        due && !isAnswered(item) ? standingNotApplicable({ plan, period, past }, item)?.from : null;
      const row = from ? subjects(unit, from).get(item) : undefined;
      return row === undefined ? [] : [answerOf(row)];
    });
    return {
      ...completenessOf({ plan, period, unit, received: [...came, ...standing], today }),
      receivedAt: [...times.values()].toSorted()[0] ?? null,
    };
  };
}

function subjectReader({ db }: Session) {
  const read = new Map<string, ReadonlyMap<string, SubjectTable>>();
  return (unit: UnitKey, period: Period): ReadonlyMap<string, SubjectTable> => {
    const address = `${unit} ${period}`;
    const rows = read.get(address) ?? new Map(subjectsOfUnit(db, unit, period).map((row) => [row.item, row]));
    read.set(address, rows);
    return rows;
  };
}

function receivedIn({ db }: Session, periods: readonly Period[]): Map<string, Map<string, string>> {
  const received = new Map<string, Map<string, string>>();
  for (const { unit, period, item, first } of firstReceived(db, periods)) {
    const address = `${unit} ${period}`;
    received.set(address, (received.get(address) ?? new Map<string, string>()).set(item, first));
  }
  return received;
}

function answerOf(row: SubjectTable): ReceivedItem {
  const body = bodyOf(row.current_body);
  const answer =
    body === null
      ? "value"
      : saysNotApplicable(body)
        ? "not-applicable"
        : "noData" in body && body.noData !== undefined
          ? "no-data"
          : "value";
  return { item: itemSchema.parse(row.item), state: subjectStatusSchema.parse(row.status), answer };
}
