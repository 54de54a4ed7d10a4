import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

/** The drawing library, in a chunk of its own that is loaded with the first picture. */
use([AriaComponent, BarChart, GridComponent, LineChart, ScatterChart, SVGRenderer]);

export type ChartOption = EChartsCoreOption;

/** Draws into the element and follows its size until it is taken down. */
export function drawChart(element: HTMLElement, option: ChartOption): () => void {
  const chart = init(element, null, { renderer: "svg" });
  chart.setOption(option);
  const follow = new ResizeObserver(() => chart.resize());
  follow.observe(element);
  return () => {
    follow.disconnect();
    chart.dispose();
  };
}
