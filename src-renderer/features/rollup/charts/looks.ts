import type { ChartLook } from "../../../components/chart.tsx";

/** Numbers become binary only here, for the length of a bar; what is read is the exact text beside it. */
export const lengthOf = (value: string | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

export const axisText = ({ token, font }: ChartLook) => ({
  color: token("--text-2"),
  fontFamily: font,
  fontSize: 12,
});

export const valueAxis = (look: ChartLook) => ({
  type: "value",
  axisLabel: { ...axisText(look), hideOverlap: true },
  splitLine: { lineStyle: { color: look.token("--line") } },
  splitNumber: 2,
});

/** Names beside the bars; a name may have a second line. */
export const nameAxis = (look: ChartLook, names: readonly string[], width: number) => ({
  type: "category",
  data: names,
  inverse: true,
  axisLine: { lineStyle: { color: look.token("--line-strong") } },
  axisTick: { show: false },
  axisLabel: { ...axisText(look), width, overflow: "truncate", interval: 0, lineHeight: 16 },
});

/** A pattern for each light, so that a copy in black and white tells them apart. */
export const lightDecals = {
  red: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4 },
  yellow: {
    symbol: "circle",
    dashArrayX: [
      [4, 4],
      [0, 4, 4, 0],
    ],
    dashArrayY: [4, 0],
    symbolSize: 0.7,
  },
  green: { symbol: "none" },
  grey: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: 0 },
} as const;

export const plainDecal = { symbol: "none" } as const;
