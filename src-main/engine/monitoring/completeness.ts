import { appError } from "#shared/errors.ts";
import type { CompletenessCell, CompletenessUnit, CompletenessView } from "#shared/ipc/completeness-view.ts";
import { periodAt, periodsOf, yearOf } from "#shared/plan/calendar.ts";
import { chinaDay } from "#shared/plan/china-day.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import { decimal, percent, ratio } from "#shared/rollup/decimal.ts";
import { formatDecimal } from "#shared/rollup/format-decimal.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { seriesByDevice } from "../bundles/series-state.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { completenessReader, type KnownCompleteness } from "../period/unit-completeness.ts";

export interface CompletenessRequest {
  readonly period: Period;
  /** The periods beside it: those of its year, or all of the plan. */
  readonly range: "year" | "plan";
}

/** Units × periods, and units × items of the period. Periods that have not begun are left out. */
export function completenessView(
  session: Session,
  { period, range }: CompletenessRequest,
): Answer<CompletenessView> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const { plan } = session;
  const until = periodAt(plan, chinaDay(now(session)));
  const periods = periodsOf(plan).filter(
    (each) => each === period || (each <= until && (range === "plan" || yearOf(each) === yearOf(period))),
  );
  const read = completenessReader(session, periods);
  const reporting = new Map(
    periods.map((each) => [each, new Set(reportingUnits(plan, each).map(({ key }) => key))]),
  );
  const numbering = numberingByUnit(session);
  const here = new Map<UnitKey, KnownCompleteness>();
  const units = plan.units
    .filter(({ key }) => periods.some((each) => reporting.get(each)?.has(key) === true))
    .map(({ key, name }): CompletenessUnit => {
      const cells = periods.map((each) => {
        if (reporting.get(each)?.has(key) !== true) return null;
        const known = read(key, each);
        if (each === period) here.set(key, known);
        return cellOf(known);
      });
      return { unit: key, name, cells, onTime: onTimeOf(cells), ...(numbering.get(key) ?? IN_ORDER) };
    });
  return ok({ period, periods, units, items: itemsOf(here) });
}

/** Without the items; they are the other view's. */
const cellOf = ({ unit: _unit, items: _items, ...counts }: KnownCompleteness): CompletenessCell => counts;

function onTimeOf(cells: readonly (CompletenessCell | null)[]): CompletenessUnit["onTime"] {
  const judged = cells.filter((cell) => cell !== null && cell.timeliness !== "not-due");
  const periods = judged.filter((cell) => cell?.timeliness === "on-time").length;
  const share = ratio(decimal(periods), decimal(judged.length));
  return {
    periods,
    of: judged.length,
    percent: share === null ? null : formatDecimal(percent(share), 0),
  };
}

function itemsOf(units: ReadonlyMap<UnitKey, KnownCompleteness>): CompletenessView["items"] {
  const rows = new Map<Item, CompletenessView["items"][number]["cells"]>();
  for (const [unit, { items }] of units) {
    for (const { item, ...cell } of items) rows.set(item, [...(rows.get(item) ?? []), { unit, ...cell }]);
  }
  return Array.from(rows, ([item, cells]) => ({ item, cells }));
}

type Numbering = Pick<CompletenessUnit, "gaps" | "forks">;
const IN_ORDER: Numbering = { gaps: [], forks: [] };

/** What is wrong with the numbers of each unit's submissions, over all its laptops. */
function numberingByUnit({ db }: Session): ReadonlyMap<string, Numbering> {
  const byUnit = new Map<string, Numbering>();
  for (const { kind, unit, gaps, forks } of [...seriesByDevice(db).values()].flat()) {
    if (kind !== "submission" || unit === null) continue;
    const known = byUnit.get(unit) ?? IN_ORDER;
    byUnit.set(unit, {
      gaps: [...known.gaps, ...gaps.map(({ from, to }) => ({ from, to }))],
      forks: [...known.forks, ...forks.map(({ sequence }) => sequence)],
    });
  }
  return byUnit;
}
