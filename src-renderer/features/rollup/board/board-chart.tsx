import { countCells } from "#shared/rollup/task-board.ts";
import { useT } from "../../../app/language.tsx";
import { Chart, type ChartLook } from "../../../components/chart.tsx";
import { figureCell, given, type DataTable } from "../../../components/data-table.tsx";
import { axisText, lightDecals, nameAxis, valueAxis } from "../charts/looks.ts";
import type { BoardRow } from "./board-rows.ts";

const parts = ["completed", "in-progress", "not-started", "not-applicable", "missing"] as const;
const looks = {
  completed: { colour: "--light-green", decal: lightDecals.green },
  "in-progress": { colour: "--brand", decal: lightDecals.grey },
  "not-started": { colour: "--light-yellow", decal: lightDecals.yellow },
  "not-applicable": { colour: "--control-line", decal: { symbol: "rect", symbolSize: 0.4 } },
  missing: { colour: "--sunken", decal: lightDecals.red },
} as const;

type Props = { readonly rows: readonly BoardRow[]; readonly nameOf: (unit: string) => string };

/** How many tasks stand where, unit by unit. */
export function BoardChart({ rows, nameOf }: Props) {
  const t = useT();
  const units = [...new Set(rows.flatMap(({ cells }) => cells.map(({ unit }) => unit)))];
  const lines = units.map((unit) => ({
    name: nameOf(unit),
    counts: countCells(rows.flatMap(({ cells }) => cells.filter((cell) => cell.unit === unit))),
  }));
  const words = parts.map((part) => t(`taskBoard:kind.${part}`));
  const table: DataTable = {
    name: t("taskBoard:chart"),
    columns: [{ head: t("charts:unit"), width: 14 }, ...words.map((head) => ({ head, width: 10 }))],
    rows: lines.map(({ name, counts }) => [
      given(name),
      ...parts.map((part) => figureCell(String(counts[part]))),
    ]),
    notes: [],
  };
  const option = (look: ChartLook) => ({
    grid: { left: 80, right: 24, top: 4, bottom: 24 },
    xAxis: valueAxis(look),
    yAxis: nameAxis(
      look,
      lines.map(({ name }) => name),
      72,
    ),
    series: parts.map((part) => ({
      type: "bar",
      name: t(`taskBoard:kind.${part}`),
      stack: "tasks",
      barWidth: 18,
      silent: true,
      itemStyle: {
        color: look.token(looks[part].colour),
        borderColor: look.token("--control-line"),
        borderWidth: 1,
        decal: looks[part].decal,
      },
      label: {
        show: true,
        ...axisText(look),
        color: look.token("--text"),
        backgroundColor: look.token("--surface"),
        padding: [1, 3],
        borderRadius: 2,
      },
      data: lines.map(({ counts }) => ({
        value: counts[part],
        label: { show: counts[part] > 0 },
      })),
    })),
  });
  const said = lines
    .map(({ name, counts }) =>
      t("charts:pointSaid", {
        month: name,
        value: parts
          .map((part, index) => `${words[index] ?? ""} ${counts[part]}`)
          .join(t("common:listSeparator")),
      }),
    )
    .join(t("common:sentenceSeparator"));
  return (
    <Chart
      title={t("taskBoard:chart")}
      description={said}
      table={table}
      height={lines.length * 30 + 30}
      option={option}
      note={t("taskBoard:chartNote", { words: words.join(t("common:listSeparator")) })}
    />
  );
}
