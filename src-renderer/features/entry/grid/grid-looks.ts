import type { CSSProperties } from "react";
import type { GridLooks } from "#shared/ipc/host-contract.ts";
import { usePreferences } from "../../../app/preferences.ts";
import { useEngine } from "../../../app/queries.ts";

/** How the grid is laid out on this machine: the height of its lines, columns that were drawn wider or narrower. */

export const rowHeights = { compact: 26, normal: 30, loose: 36 } as const satisfies Record<
  GridLooks["density"],
  number
>;
export const densities = ["compact", "normal", "loose"] as const;

/** Columns with a line at their right edge that can be drawn, and how narrow they may become. */
export const leastWidths = {
  state: 64,
  name: 140,
  unit: 36,
  now: 80,
  last: 70,
  before: 70,
  lastYear: 70,
} as const;
export type DrawnColumn = keyof typeof leastWidths;
export const isDrawn = (column: string): column is DrawnColumn => column in leastWidths;

const usual: GridLooks = { density: "normal", widths: {} };

export function useGridLooks(): GridLooks {
  const info = useEngine("app.info", {});
  return info.status === "ready" ? info.value.grid : usual;
}

export function useSetGridLooks(): (change: Partial<GridLooks>) => void {
  const looks = useGridLooks();
  const save = usePreferences();
  return (change) => void save({ grid: { ...looks, ...change } });
}

/** Custom properties of the grid's column template; what is not drawn keeps the stylesheet's width. */
export function columnStyle({ density, widths }: GridLooks): CSSProperties {
  const drawn = Object.entries(widths).map(([column, width]) => [`--w-${column}`, `${width}px`]);
  return Object.fromEntries([...drawn, ["--row-h", `${rowHeights[density]}px`]]);
}
