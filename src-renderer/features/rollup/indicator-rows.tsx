import type { Indicator } from "#shared/plan/schema.ts";
import type { Decimal } from "#shared/rollup/decimal.ts";
import { describeReason } from "#shared/rollup/describe-reason.ts";
import { annualTargetAt } from "#shared/rollup/target.ts";
import { formatExact } from "#shared/rollup/format-decimal.ts";
import { groupFigure } from "../../app/figures.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Tooltip } from "../../components/tooltip.tsx";
import { targetText } from "../../components/target-text.ts";
import { gapText, oneDecimal, openText, shortReason, valueText } from "./figure-words.ts";
import { PublishedRow } from "./published-row.tsx";
import { TraceButton, type OnTrace } from "./trace-button.tsx";
import { figureKey, type Figure, type IndicatorRow, type LightName } from "./rollup-rows.ts";

type Common = {
  readonly columns: number;
  readonly hasPublished: boolean;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onTrace: OnTrace;
  /** Enters or mends the published figure. */
  readonly onPublish: (figure: Figure) => void;
};

type RowProps = Common & {
  readonly row: IndicatorRow;
  readonly open: boolean;
  readonly onToggle: () => void;
};

/** One indicator's line; per-chain ones unfold into their chains. */
export function IndicatorRows({ row, open, onToggle, ...common }: RowProps) {
  const t = useT();
  const { plan } = useSession();
  const language = planLanguage(useLanguage());
  const { indicator, figure, chains, summary } = row;
  if (chains.length === 0 && figure !== null) {
    return <FigureRow indicator={indicator} figure={figure} name={indicator.name} {...common} />;
  }
  const key = indicator.id;
  const notDue = chains.every(({ reason }) => reason.code === "not-due");
  const chainsOf = t("rollup:chainsOf", { done: summary.met, of: summary.of });
  const why = notDue
    ? describeReason({ code: "not-due" }, language)
    : t("rollup:chainsMet", { met: summary.met, of: summary.of });
  return (
    <>
      <tr
        className={common.selected === key ? "is-selected" : undefined}
        onClick={() => common.onSelect(key)}
      >
        <th scope="row" className="name">
          <span className="no">{indicator.id}</span>
          <button
            type="button"
            className="name-button"
            aria-expanded={open}
            onClick={(event) => {
              event.stopPropagation();
              onToggle();
              common.onSelect(key);
            }}
          >
            {indicator.name}
            <Icon name="chev-d" size={14} />
          </button>
        </th>
        <td className={notDue ? "num value is-none" : "num value"}>
          {notDue ? (
            "—"
          ) : figure === null || figure.value === null ? (
            chainsOf
          ) : (
            <TraceButton
              name={indicator.name}
              value={chainsOf}
              onTrace={(anchor) => common.onTrace({ figure, anchor })}
            />
          )}
          <small>{notDue ? "" : t("rollup:chainUnit")}</small>
        </td>
        {common.hasPublished && <td className="num published" />}
        <td className="target">{chainTarget(t, indicator)}</td>
        <td>
          {notDue ? (
            <span className="muted">—</span>
          ) : (
            <Meter
              completion={summary.of === 0 ? "0" : String((summary.met / summary.of) * 100)}
              schedule={null}
              light={row.light}
            />
          )}
        </td>
        <td>
          <LightWord light={row.light} reason={why} />
        </td>
        <td className="ctr muted">{notDue ? "—" : figure === null ? "" : t("rollup:city")}</td>
        <td className="open" />
      </tr>
      {open &&
        chains.map((chain) => (
          <FigureRow
            key={figureKey(chain)}
            indicator={indicator}
            figure={chain}
            name={plan.chains.find(({ id }) => id === chain.chain)?.name ?? chain.chain ?? ""}
            {...common}
          />
        ))}
    </>
  );
}

type FigureProps = Common & { readonly indicator: Indicator; readonly figure: Figure; readonly name: string };

function FigureRow({ indicator, figure, name, columns, hasPublished, ...common }: FigureProps) {
  const { selected, onSelect, onTrace, onPublish } = common;
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan, period } = useSession();
  const key = figureKey(figure);
  const value = valueText(t, figure);
  const { published, units } = figure;
  const isPart = indicator.partOf !== undefined;
  const isFlow = indicator.measure === "year-flow";
  const annual = annualTargetAt(plan, indicator, period);
  return (
    <>
      <tr
        className={`${selected === key ? "is-selected" : ""}${figure.chain === undefined ? "" : " chain-row"}`}
        onClick={() => onSelect(key)}
      >
        <th scope="row" className={isPart ? "name is-part" : "name"}>
          {figure.chain === undefined && <span className="no">{indicator.id}</span>}
          <button type="button" className="name-button" aria-pressed={selected === key} title={name}>
            {name}
          </button>
          {published === undefined && (
            <Tooltip text={t("rollup:publish")}>
              <IconButton
                icon="plus"
                small
                titled={false}
                className="publish"
                label={t("rollup:publishFor", { name })}
                onClick={(event) => {
                  event.stopPropagation();
                  onPublish(figure);
                }}
              />
            </Tooltip>
          )}
        </th>
        <td className={value === null ? "num value is-none" : "num value"}>
          {value === null ? (
            "—"
          ) : (
            <TraceButton name={name} value={value} onTrace={(anchor) => onTrace({ figure, anchor })} />
          )}
          <small>{value === null || figure.value === null ? "" : figure.unit}</small>
        </td>
        {hasPublished && (
          <td className="num published">
            {published?.use === true && <span className="use-mark">{t("rollup:usedMark")}</span>}
            {published === undefined ? "" : groupFigure(published.value, indicator.decimals)}
          </td>
        )}
        <td className="target">
          {targetText(t, indicator, !isFlow)}
          {annual !== null && (
            <small>
              {t("rollup:annualTarget", {
                year: annual.year,
                value: isFlow ? formatExact(annual.value) : annualText(t, annual.value, indicator),
              })}
            </small>
          )}
        </td>
        <td>
          {figure.completion === null ? (
            <span className="muted">{gapText(t, figure, indicator) ?? "—"}</span>
          ) : (
            <Meter completion={figure.completion} schedule={figure.schedule} light={figure.light} />
          )}
        </td>
        <td>
          <LightWord light={figure.light} reason={shortReason(t, figure, language)} />
        </td>
        <td
          className={`ctr ${indicator.from !== "office" && units.reported < units.expected ? "is-incomplete" : "muted"}`}
        >
          {indicator.from === "office"
            ? t("rollup:city")
            : units.expected === 0
              ? "—"
              : `${units.reported} / ${units.expected}`}
        </td>
        <td className="open">{openText(t, figure)}</td>
      </tr>
      {published !== undefined && (
        <PublishedRow
          figure={figure}
          name={name}
          columns={columns}
          decimals={indicator.decimals}
          onChange={() => onPublish(figure)}
        />
      )}
    </>
  );
}

const annualText = (t: ReturnType<typeof useT>, value: Decimal, { unit }: Indicator): string =>
  t("common:figureWithUnit", { value: formatExact(value), unit });

/** What is asked of each chain; 齐备 is asked of all of them. */
const chainTarget = (t: ReturnType<typeof useT>, indicator: Indicator): string =>
  indicator.target.comparator === "complete"
    ? targetText(t, indicator)
    : t("rollup:chainTarget", { target: targetText(t, indicator) });

type MeterProps = {
  readonly completion: string;
  readonly schedule: string | null;
  readonly light: LightName;
};

function Meter({ completion, schedule, light }: MeterProps) {
  const t = useT();
  const done = oneDecimal(completion);
  const label =
    schedule === null
      ? t("rollup:meter", { completion: done })
      : t("rollup:meterSchedule", { completion: done, schedule: oneDecimal(schedule) });
  const width = Math.min(100, Math.max(0, Number(completion)));
  return (
    <span className="completion">
      <span>{done}%</span>
      <span className={`meter meter--${light}`} role="img" aria-label={label}>
        <i style={{ width: `${width}%` }} />
        {schedule !== null && <b style={{ left: `${Math.min(100, Number(schedule))}%` }} />}
      </span>
    </span>
  );
}

export function LightWord({ light, reason }: { light: LightName; reason: string }) {
  const t = useT();
  return (
    <span className={`light light--${light}`} title={reason}>
      <Icon name={`l-${light}`} size={14} />
      <b>{t(`lights:${light}`)}</b>
      <span>{reason}</span>
    </span>
  );
}
