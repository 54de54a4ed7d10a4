import type { Manifest } from "#shared/bundle/manifest.ts";
import type { LedgerRecord } from "#shared/ledger/record.ts";
import { itemsFor } from "#shared/plan/assignment.ts";
import { chinaDay } from "#shared/plan/china-day.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import type { Session } from "../session.ts";

/**
 * Whether something that a submission brings first was due before the day it was received; what travels again was
 * judged when it first came. It never enters figures.
 */
export class Lateness {
  readonly #session: Session;
  readonly #day: string;
  readonly #isJudged: boolean;
  readonly #dueDates = new Map<Period, ReadonlyMap<Item, string>>();
  late = false;

  /** Submissions of others alone are judged for it, and by the office alone. */
  constructor(session: Session, { kind, unit }: Manifest, receivedAt: string) {
    this.#session = session;
    this.#day = chinaDay(receivedAt);
    this.#isJudged = kind === "submission" && session.role === "office" && unit !== session.unit;
  }

  add({ type, subject: { unit, period, item } }: LedgerRecord): void {
    if (this.late || !this.#isJudged || type === "decision") return;
    let dueDates = this.#dueDates.get(period);
    if (dueDates === undefined) {
      const assigned = itemsFor(this.#session.plan, unit, period);
      dueDates = new Map(assigned.flatMap(({ item: due, dueDate }) => (dueDate ? [[due, dueDate]] : [])));
      this.#dueDates.set(period, dueDates);
    }
    const dueDate = dueDates.get(item);
    this.late = dueDate !== undefined && dueDate < this.#day;
  }
}
