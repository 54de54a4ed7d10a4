import { yearOf } from "#shared/plan/calendar.ts";
import type { Point, Series } from "#shared/rollup/series.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { displayOf, yearPeriods, type YearRow } from "./years-table.ts";
import "./years.css";

type Props = { readonly series: Series; readonly rows: readonly YearRow[] };

/** 全年: every indicator at the plan's year ends and, beside them, at the periods of this year. */
export function Years({ series, rows }: Props) {
  const t = useT();
  const formats = useFormats();
  const { period } = useSession();
  const periods = yearPeriods(series, period);
  return (
    <div className="frozen years" tabIndex={0} role="region" aria-label={t("years:title")}>
      <table className="table table--dense">
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="frozen__name years__name">
              {t("rollup:indicator")}
            </th>
            <th rowSpan={2} scope="col">
              {t("years:unit")}
            </th>
            <th colSpan={series.years.length + 1} scope="colgroup" className="years__group">
              {t("years:yearEnds")}
            </th>
            <th colSpan={periods.length} scope="colgroup" className="years__group">
              {t("years:ofYear", { year: yearOf(period) })}
            </th>
          </tr>
          <tr>
            {series.years.map((each) => (
              <th key={each} scope="col" className="num">
                {t("charts:year", { year: yearOf(each) })}
              </th>
            ))}
            <th scope="col" className="num">
              {t("years:average")}
            </th>
            {periods.map((each) => (
              <th key={each} scope="col" className={each === period ? "num is-now" : "num"}>
                {formats.span(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, indicator, name, years, average, periods: points }) => (
            <tr key={key}>
              <th scope="row" className="frozen__name years__name" title={name}>
                <span className="years__id">{indicator.id}</span>
                {name}
              </th>
              <td className="muted">{indicator.unit}</td>
              {years.map((point, index) => (
                <Cell key={series.years[index]} point={point} />
              ))}
              <td className="num tnum">
                {average?.value === undefined || average.value === null ? (
                  <Nothing />
                ) : (
                  <>
                    {average.display}%
                    <small>{t("years:averageOf", { years: average.years, of: average.of })}</small>
                  </>
                )}
              </td>
              {points.map((point, index) => (
                <Cell key={periods[index]} point={point} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t("years:footnote")}</p>
    </div>
  );
}

const Nothing = () => <span className="faint">—</span>;

/** A figure that units are missing in says how many are in it. */
function Cell({ point }: { point: Point | undefined }) {
  const t = useT();
  const display = displayOf(point);
  const isPartial = point !== undefined && !point.complete && point.expected > 0 && display !== "";
  return (
    <td className="num tnum">
      {display === "" ? <Nothing /> : display}
      {isPartial && (
        <small>{t("years:partial", { reported: point.reported, expected: point.expected })}</small>
      )}
    </td>
  );
}
