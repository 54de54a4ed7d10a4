import { useState } from "react";
import type { CompletenessCell, CompletenessUnit, CompletenessView } from "#shared/ipc/completeness-view.ts";
import { yearOf } from "#shared/plan/calendar.ts";
import type { Period } from "#shared/plan/ids.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Icon } from "../../components/icon.tsx";
import { countsLine, lookOf, wordsOf } from "./looks.ts";
import { moveFocus } from "./move-focus.ts";
import { rateOf } from "./stats.tsx";
import { numberingSentences } from "./numbering.ts";

export type Place = { readonly unit: string; readonly period: Period };

type Props = {
  readonly view: CompletenessView;
  /** Those of the filter; the line of totals is of all. */
  readonly shown: readonly CompletenessUnit[];
  readonly chosen: Place | null;
  readonly onChoose: (place: Place) => void;
  readonly onOpen: (place: Place) => void;
};

/** Units down, periods across: the heat map of who reported when. */
export function Matrix({ view, shown, chosen, onChoose, onOpen }: Props) {
  const t = useT();
  const formats = useFormats();
  const { setPeriod } = useSession();
  const [stop, setStop] = useState<Place | null>(null);
  const { periods, period } = view;
  const hasStop = stop !== null && shown.some(({ unit }) => unit === stop.unit);
  const isStop = (unit: string, each: Period): boolean =>
    hasStop ? stop.unit === unit && stop.period === each : unit === shown[0]?.unit && each === period;
  return (
    <div
      className="card completeness__map"
      role="region"
      aria-label={t("completeness:byPeriod")}
      style={{ ["--periods" as string]: periods.length }}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t("completeness:unit")}</th>
            {periods.map((each, index) => (
              <th key={each} scope="col" className={each === period ? "is-now" : undefined}>
                <button
                  type="button"
                  aria-pressed={each === period}
                  title={t("completeness:lookAt", { period: formats.period(each) })}
                  onClick={() => setPeriod(each)}
                >
                  <small>
                    <span className={isFirstOfYear(periods, index) ? undefined : "sr-only"}>
                      {t("charts:year", { year: yearOf(each) })}
                    </span>{" "}
                  </small>
                  {formats.ownMonths(each)}
                </button>
              </th>
            ))}
            <th scope="col" className="num">
              <small>{t("completeness:periods", { count: periods.length })}</small>
              {t("completeness:rate")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <tr key={unit.unit}>
              <th scope="row">
                {unit.name}
                <NumberingMark unit={unit} />
              </th>
              {periods.map((each, index) => {
                const cell = unit.cells[index] ?? null;
                const place = { unit: unit.unit, period: each };
                return (
                  <td key={each}>
                    {cell !== null && (
                      <Cell
                        cell={cell}
                        label={t("common:labelled", {
                          label: `${unit.name} ${formats.period(each)}`,
                          text: `${wordsOf(t, lookOf(t, cell))}${t("common:sentenceSeparator")}${countsLine(t, cell)}`,
                        })}
                        isChosen={chosen?.unit === unit.unit && chosen.period === each}
                        isStop={isStop(unit.unit, each)}
                        onFocus={() => {
                          setStop(place);
                          onChoose(place);
                        }}
                        onOpen={() => onOpen(place)}
                      />
                    )}
                  </td>
                );
              })}
              <Rate onTime={unit.onTime} />
            </tr>
          ))}
        </tbody>
        <Totals view={view} />
      </table>
    </div>
  );
}

type CellProps = {
  readonly cell: CompletenessCell;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
};

function Cell({ cell, label, isChosen, isStop, onFocus, onOpen }: CellProps) {
  const t = useT();
  const { tone, icon, word, note } = lookOf(t, cell);
  return (
    <button
      type="button"
      className={`cheat cheat--${tone}`}
      aria-label={label}
      aria-current={isChosen ? "true" : undefined}
      title={countsLine(t, cell)}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onFocus}
      onDoubleClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== "Enter") {
          moveFocus(event);
          return;
        }
        event.preventDefault();
        onOpen();
      }}
    >
      <Icon name={icon} size={14} />
      <span>
        {word} {note !== undefined && <small>{note}</small>}
      </span>
    </button>
  );
}

function NumberingMark({ unit }: { unit: CompletenessUnit }) {
  const t = useT();
  const said = numberingSentences(t, unit).join("");
  if (said === "") return null;
  return (
    <span className="completeness__numbering" title={said}>
      <Icon name="st-warned" size={14} />
      <span className="sr-only">{said}</span>
    </span>
  );
}

function Rate({ onTime }: Pick<CompletenessUnit, "onTime">) {
  const t = useT();
  const said = t("completeness:ratio", { periods: onTime.periods, of: onTime.of });
  return (
    <td className="num completeness__rate" title={said}>
      <b>{onTime.percent === null ? "—" : `${onTime.percent}%`}</b>
      <span className="sr-only">{said}</span>
      <div className="progress">
        <i style={{ width: `${onTime.percent ?? 0}%` }} />
      </div>
    </td>
  );
}

/** Units on time of those that something was due of, and items in of those due, per period. */
function Totals({ view: { units, periods } }: { view: CompletenessView }) {
  const t = useT();
  const at = (index: number): CompletenessCell[] => units.flatMap(({ cells }) => cells[index] ?? []);
  const { percent } = rateOf(units);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t("completeness:onTimeUnits")}</th>
        {periods.map((each, index) => (
          <td key={each}>
            <b>{at(index).filter(({ timeliness }) => timeliness === "on-time").length}</b>
            {` / ${at(index).filter(({ timeliness }) => timeliness !== "not-due").length}`}
          </td>
        ))}
        <td className="num">
          <b>{percent === null ? "—" : `${percent}%`}</b>
        </td>
      </tr>
      <tr>
        <th scope="row">{t("completeness:itemsIn")}</th>
        {periods.map((each, index) => (
          <td key={each}>
            <b>{at(index).reduce((sum, { reported }) => sum + reported, 0)}</b>
            {` / ${at(index).reduce((sum, { expected }) => sum + expected, 0)}`}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}

/** A year is written once, over its first period. */
const isFirstOfYear = (periods: readonly Period[], index: number): boolean => {
  const [before, at] = [periods[index - 1], periods[index]];
  return before === undefined || at === undefined || yearOf(before) !== yearOf(at);
};
