import type { LedgerRecord } from "#shared/ledger/record.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { isPeriodLocked } from "../period/period-lock.ts";
import type { Session } from "../session.ts";

/** Which closed periods a bundle brings something new of. Locks hold nothing back: it is merged, and marked so. */
export class ClosedPeriods {
  readonly #session: Session;
  readonly #isClosed = new Map<string, boolean>();
  readonly #periods = new Set<Period>();

  constructor(session: Session) {
    this.#session = session;
  }

  add({ type, subject: { unit, period } }: LedgerRecord): void {
    if (type !== "decision" && this.#isLocked(period, unit)) this.#periods.add(period);
  }

  /** Ascending. */
  get periods(): Period[] {
    return [...this.#periods].toSorted();
  }

  #isLocked(period: Period, unit: UnitKey): boolean {
    const key = `${unit} ${period}`;
    const known = this.#isClosed.get(key);
    if (known !== undefined) return known;
    const isLocked = isPeriodLocked(this.#session, period, unit);
    this.#isClosed.set(key, isLocked);
    return isLocked;
  }
}
