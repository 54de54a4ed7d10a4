import type { Indicator } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { decimalOf } from "#shared/rollup/decimal.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { Chart, type ChartLook } from "../../../components/chart.tsx";
import { figureCell, given, type DataTable } from "../../../components/data-table.tsx";
import type { Figure } from "../rollup-rows.ts";
import { axisText, lengthOf, lightDecals, nameAxis, valueAxis } from "./looks.ts";

/** Units by size of what they gave, with what such a row does not say: counties differ in size and have no targets. */
export function UnitChart({ figure, indicator }: { figure: Figure; indicator: Indicator }) {
  const t = useT();
  const { plan } = useSession();
  const lines = figure.byUnit
    .flatMap((own) => {
      const value = own.state === "counted" ? decimalOf(own.value) : null;
      return value === null ? [] : [{ ...own, size: value }];
    })
    .toSorted((a, b) => b.size.comparedTo(a.size) || (a.unit < b.unit ? -1 : 1));
  const table: DataTable = {
    name: t("charts:unitsOf", { name: indicator.name }),
    columns: [
      { head: t("charts:unit"), width: 14 },
      { head: indicator.unit, width: 14 },
      { head: t("charts:countyTarget"), width: 14 },
    ],
    rows: lines.map(({ unit, display, target }) => [
      given(unitName(plan, unit)),
      figureCell(display),
      figureCell(target),
    ]),
    notes: [t("charts:unfair")],
  };
  const option = (look: ChartLook) => ({
    grid: { left: 64, right: 66, top: 2, bottom: 22 },
    xAxis: valueAxis(look),
    yAxis: nameAxis(
      look,
      lines.map(({ unit }) => unitName(plan, unit)),
      58,
    ),
    series: [
      {
        type: "bar",
        barWidth: 12,
        silent: true,
        label: { show: true, position: "right", ...axisText(look), formatter: "{b}" },
        data: lines.map(({ value, display, light, target }) => ({
          name: display,
          value: lengthOf(value),
          itemStyle:
            target === null
              ? { color: look.token("--brand"), decal: lightDecals.green }
              : { color: look.token(`--light-${light}`), decal: lightDecals[light] },
          label: { formatter: display },
        })),
      },
    ],
  });
  if (lines.length < 2) return null;
  const said = lines
    .map(({ unit, display }) => t("charts:pointSaid", { month: unitName(plan, unit), value: display }))
    .join(t("common:sentenceSeparator"));
  return (
    <Chart
      title={t("charts:units")}
      aside={indicator.unit}
      description={t("charts:unitsText", { name: indicator.name, said })}
      table={table}
      height={lines.length * 22 + 26}
      option={option}
      note={lines.some(({ target }) => target === null) ? t("charts:unfair") : undefined}
    />
  );
}
