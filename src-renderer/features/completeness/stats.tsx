import type { CompletenessCell, CompletenessUnit, CompletenessView } from "#shared/ipc/completeness-view.ts";
import { decimal, percent, ratio } from "#shared/rollup/decimal.ts";
import { formatDecimal } from "#shared/rollup/format-decimal.ts";
import { useT } from "../../app/language.tsx";

/** How many units did how in the period in front, and how often all were on time. */
export function Stats({ view }: { view: CompletenessView }) {
  const t = useT();
  const known = view.units.flatMap((unit) => {
    const cell = unit.cells[view.periods.indexOf(view.period)];
    return cell === null || cell === undefined ? [] : [{ name: unit.name, cell }];
  });
  const having = (timeliness: CompletenessCell["timeliness"]) =>
    known.filter(({ cell }) => cell.timeliness === timeliness);
  const separator = t("common:listSeparator");
  const late = having("late");
  const missing = having("missing");
  const partly = known.filter(({ cell }) => cell.missing > 0 && cell.timeliness !== "missing");
  const rate = rateOf(view.units);
  return (
    <section className="completeness__stats" aria-label={t("completeness:ofPeriod")}>
      <Stat label={t("completeness:stat.onTime")} value={having("on-time").length}>
        {t("completeness:ofUnits", { count: known.length })}
      </Stat>
      <Stat label={t("completeness:stat.late")} value={late.length}>
        {late
          .map(({ name, cell }) => t("completeness:lateUnit", { name, count: cell.daysLate }))
          .join(separator)}
      </Stat>
      <Stat label={t("completeness:stat.missing")} value={missing.length}>
        {missing.map(({ name }) => name).join(separator)}
      </Stat>
      <Stat label={t("completeness:stat.part")} value={partly.length}>
        {partly
          .map(({ name, cell }) => t("completeness:partUnit", { name, count: cell.missing }))
          .join(separator)}
      </Stat>
      <Stat
        label={t("completeness:stat.rate", { count: view.periods.length })}
        value={rate.percent === null ? "—" : `${rate.percent}%`}
      >
        {t("completeness:ratio", { periods: rate.periods, of: rate.of })}
      </Stat>
    </section>
  );
}

/** 按时 of all units' periods in which something was due; `percent` with one place. */
export function rateOf(units: readonly CompletenessUnit[]) {
  const sum = (member: "periods" | "of"): number =>
    units.reduce((total, { onTime }) => total + onTime[member], 0);
  const share = ratio(decimal(sum("periods")), decimal(sum("of")));
  return {
    periods: sum("periods"),
    of: sum("of"),
    percent: share === null ? null : formatDecimal(percent(share), 1),
  };
}

type StatProps = { readonly label: string; readonly value: number | string; readonly children: string };

function Stat({ label, value, children }: StatProps) {
  return (
    <div>
      <span className="stat__label">{label}</span>
      <span className="completeness__stat">
        <b className="stat__value">{value}</b>
        <small title={children}>{children}</small>
      </span>
    </div>
  );
}
