import { monthsElapsed, yearOf } from "#shared/plan/calendar.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { pointAt, type Series } from "#shared/rollup/series.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useEngine } from "../../../app/queries.ts";
import { useSession } from "../../../app/session.tsx";
import { Chart, type ChartLook } from "../../../components/chart.tsx";
import { figureCell, given, type DataTable } from "../../../components/data-table.tsx";
import { axisText, lengthOf, valueAxis } from "./looks.ts";

type Props = {
  readonly indicator: Indicator;
  readonly chain?: string | undefined;
  readonly includePending: boolean;
};

/** 走势: the periods of this year beside those of the last, with where the schedule would have them. */
export function TrendChart(props: Props) {
  const { period } = useSession();
  const series = useEngine("rollup.series", { period, includePending: props.includePending });
  return series.status === "ready" ? <Trend {...props} series={series.value} /> : null;
}

type Point = { readonly value: number | null; readonly symbol?: string };

/** A single point makes no line: it needs a sign of its own and its name clear of it. */
const isAlone = (data: readonly Point[]): boolean => data.filter(({ value }) => value !== null).length === 1;
const signOf = (sign: string, alone: boolean) =>
  sign !== "none"
    ? { symbol: sign, symbolSize: 7 }
    : alone
      ? { symbol: "rect", symbolSize: [14, 2] }
      : { symbol: sign, symbolSize: 0 };

function Trend({ indicator, chain, series }: Props & { series: Series }) {
  const t = useT();
  const formats = useFormats();
  const { plan, period } = useSession();
  const year = yearOf(period);
  const months = [...new Set(series.periods.map(monthsElapsed))].toSorted((a, b) => a - b);
  const at = (of: number, month: number) => {
    const found = series.periods.find((each) => yearOf(each) === of && monthsElapsed(each) === month);
    return found === undefined
      ? undefined
      : pointAt(series, found, { id: indicator.id, ...(chain !== undefined && { chain }) });
  };
  const scheduled = (month: number): number | null => {
    const point = at(year, month);
    const [target, schedule] = [lengthOf(point?.target), lengthOf(point?.schedule)];
    return target === null || schedule === null ? null : (target * schedule) / 100;
  };
  const nameOf = (month: number): string => {
    const found = series.periods.find((each) => monthsElapsed(each) === month);
    return found === undefined ? String(month) : formats.span(found);
  };
  const values = (of: number) => months.map((month) => lengthOf(at(of, month)?.value));
  const isPartial = (of: number, month: number): boolean => {
    const point = at(of, month);
    return point !== undefined && point.value !== null && !point.complete;
  };
  /** A figure that units are missing in is a hollow sign: a fall may be nothing but that. */
  const points = (of: number, full: string, hollow: string) =>
    months.map((month) => ({
      value: lengthOf(at(of, month)?.value),
      symbol: isPartial(of, month) ? hollow : full,
    }));
  const table: DataTable = {
    name: t("charts:trendOf", { name: indicator.name }),
    columns: [
      { head: t("charts:months"), width: 14 },
      { head: t("charts:year", { year }), width: 14 },
      { head: t("charts:year", { year: year - 1 }), width: 14 },
    ],
    rows: months.map((month) => [
      given(nameOf(month)),
      figureCell(at(year, month)?.value === null ? null : (at(year, month)?.display ?? null)),
      figureCell(at(year - 1, month)?.value === null ? null : (at(year - 1, month)?.display ?? null)),
    ]),
    notes: [],
  };
  const option = (look: ChartLook) => {
    const line = (name: string, data: readonly Point[], colour: string, sign: string, dash: string) => ({
      type: "line",
      name,
      data,
      silent: true,
      ...signOf(sign, isAlone(data)),
      showAllSymbol: true,
      lineStyle: { color: look.token(colour), type: dash, width: 2 },
      itemStyle: { color: look.token(colour) },
      endLabel: { show: !isAlone(data), formatter: "{a}", ...axisText(look), distance: 6 },
      label: { show: isAlone(data), position: "right", distance: 8, formatter: "{a}", ...axisText(look) },
      labelLayout: { moveOverlap: "shiftY" },
    });
    return {
      grid: { left: 8, right: 64, top: 10, bottom: 4, containLabel: true },
      xAxis: {
        type: "category",
        data: months.map(nameOf),
        axisLabel: axisText(look),
        axisLine: { lineStyle: { color: look.token("--line-strong") } },
        axisTick: { show: false },
      },
      yAxis: valueAxis(look),
      series: [
        line(
          t("charts:schedule"),
          months.map((month) => ({ value: scheduled(month) })),
          "--text-2",
          "none",
          "dashed",
        ),
        line(
          t("charts:year", { year: year - 1 }),
          points(year - 1, "rect", "emptyRect"),
          "--text-3",
          "rect",
          "dotted",
        ),
        line(t("charts:year", { year }), points(year, "circle", "emptyCircle"), "--brand", "circle", "solid"),
      ],
    };
  };
  const known = months.filter((month) => lengthOf(at(year, month)?.value) !== null);
  if (known.length === 0 && values(year - 1).every((value) => value === null)) return null;
  const said = known
    .map((month) => t("charts:pointSaid", { month: nameOf(month), value: at(year, month)?.display ?? "" }))
    .join(t("common:sentenceSeparator"));
  const chainName = plan.chains.find(({ id }) => id === chain)?.name;
  const name = chainName === undefined ? indicator.name : `${indicator.name} · ${chainName}`;
  return (
    <Chart
      title={t("charts:trendOf", { name })}
      aside={indicator.unit}
      description={t("charts:trendText", { name, said: said === "" ? "—" : said })}
      table={table}
      height={176}
      option={option}
      note={
        months.some((month) => isPartial(year, month) || isPartial(year - 1, month))
          ? t("charts:partial")
          : undefined
      }
    />
  );
}
