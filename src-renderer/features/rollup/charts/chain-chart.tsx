import type { RollupView } from "#shared/ipc/rollup-view.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { Chart, type ChartLook } from "../../../components/chart.tsx";
import { figureCell, given, type DataTable } from "../../../components/data-table.tsx";
import { oneDecimal } from "../figure-words.ts";
import type { Figure } from "../rollup-rows.ts";
import { lengthOf, lightDecals, nameAxis, plainDecal, valueAxis } from "./looks.ts";

/** 八条产业链对照目标: each chain's revenue within the target of the plan's last year, with where it should be by now. */
export function ChainChart({ rollup }: { rollup: RollupView }) {
  const t = useT();
  const { plan } = useSession();
  const lines = plan.chains.flatMap((chain) => {
    const indicator = plan.indicators.find(
      ({ chain: of, perChain, aggregation, measure }) =>
        of === chain.id && !perChain && aggregation.kind === "sum" && measure === "year-flow",
    );
    const figure = rollup.indicators.find(({ id }) => id === indicator?.id);
    const goal = indicator?.target.value;
    return figure === undefined || goal === undefined ? [] : [{ name: chain.name, figure, goal }];
  });
  const year = plan.document.endYear;
  const completionOf = ({ completion }: Figure): string =>
    completion === null ? "" : `${oneDecimal(completion)}%`;
  /** The chain's name, and below it what it has come to with its completion. */
  const categoryOf = ({ name, figure }: (typeof lines)[number]): string => {
    const done = completionOf(figure);
    return `${name}\n${figure.display}${done === "" ? "" : ` · ${done}`}`;
  };
  const table: DataTable = {
    name: t("charts:chains"),
    columns: [
      { head: t("rollup:indicator"), width: 22 },
      { head: t("rollup:value"), width: 14 },
      { head: t("rollup:targetYear", { year }), width: 14 },
      { head: t("charts:completion"), width: 12 },
      { head: t("charts:schedule"), width: 12 },
    ],
    rows: lines.map(({ name, figure, goal }) => [
      given(name),
      figureCell(figure.value === null ? null : figure.display),
      figureCell(goal),
      figureCell(completionOf(figure)),
      figureCell(figure.schedule === null ? null : `${oneDecimal(figure.schedule)}%`),
    ]),
    notes: [],
  };
  const option = (look: ChartLook) => ({
    grid: { left: 138, right: 12, top: 4, bottom: 22 },
    xAxis: valueAxis(look),
    yAxis: nameAxis(look, lines.map(categoryOf), 130),
    series: [
      {
        type: "bar",
        barWidth: 14,
        silent: true,
        itemStyle: {
          color: look.token("--sunken"),
          borderColor: look.token("--control-line"),
          borderType: "dashed",
          decal: plainDecal,
        },
        data: lines.map(({ goal }) => lengthOf(goal)),
      },
      {
        type: "bar",
        barWidth: 14,
        barGap: "-100%",
        silent: true,
        data: lines.map(({ figure }) => ({
          value: lengthOf(figure.value),
          itemStyle: { color: look.token(`--light-${figure.light}`), decal: lightDecals[figure.light] },
        })),
      },
      {
        type: "scatter",
        silent: true,
        symbol: "rect",
        symbolSize: [2, 20],
        itemStyle: { color: look.token("--text"), opacity: 1 },
        z: 5,
        data: lines.flatMap((line) => {
          const { figure } = line;
          const [target, schedule] = [lengthOf(figure.target), lengthOf(figure.schedule)];
          return target === null || schedule === null ? [] : [[(target * schedule) / 100, categoryOf(line)]];
        }),
      },
    ],
  });
  if (lines.length === 0) return null;
  const said = lines
    .map(({ name, figure }) =>
      t("charts:chainSaid", { name, value: figure.display, completion: completionOf(figure) || "—" }),
    )
    .join(t("common:sentenceSeparator"));
  return (
    <Chart
      title={t("charts:chains")}
      aside={lines[0]?.figure.unit}
      description={t("charts:chainsText", { said })}
      table={table}
      height={lines.length * 38 + 26}
      option={option}
      note={t("charts:chainsNote", { year })}
    />
  );
}
