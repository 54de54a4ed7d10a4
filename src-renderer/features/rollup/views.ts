import { rollupWorkbook } from "#shared/workbook/rollup-workbook.ts";
import type { RollupView } from "#shared/ipc/rollup-view.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { DataTable } from "../../components/data-table.tsx";

/** The sides of the page; the one in front stands in the address. */
export const views = ["figures", "years", "tasks", "double-keys", "snapshots"] as const;
export type View = (typeof views)[number];
export const isView = (text: string | undefined): text is View => views.some((known) => known === text);

/** What `export --what rollup` writes, as a table of the page. */
export function rollupDataTable(plan: Plan, rollup: RollupView): DataTable | null {
  const { name, sheets } = rollupWorkbook(plan, rollup);
  const [head = [], ...rows] = sheets[0]?.rows ?? [];
  const isLine = (row: readonly unknown[]): boolean => row.length === head.length;
  return {
    name,
    columns: head.map(({ text }, index) => ({ head: text, width: sheets[0]?.widths[index] ?? 12 })),
    rows: rows
      .filter(isLine)
      .map((row) =>
        row.map(({ text, kind }) => ({ text, kind: kind === "code" || kind === "figure" ? kind : "given" })),
      ),
    notes: rows.filter((row) => !isLine(row)).flatMap((row) => row.map(({ text }) => text)),
  };
}
