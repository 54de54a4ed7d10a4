import type { TableExport } from "#shared/workbook/table-export.ts";
import "./data-table.css";

/** A table as it is shown, and as it is written to a file. */
export type DataTable = TableExport;
export type DataCell = TableExport["rows"][number][number];

export const given = (text: string): DataCell => ({ text, kind: "given" });
export const figureCell = (text: string | null): DataCell => ({ text: text ?? "", kind: "figure" });

/** The figures behind a picture, or a page's table where nothing else is to be done with it. */
export function PlainTable({ table }: { table: DataTable }) {
  return (
    <div className="data-table" tabIndex={0} role="region" aria-label={table.name}>
      <table className="table table--dense">
        <thead>
          <tr>
            {table.columns.map(({ head }, index) => (
              <th
                key={head}
                scope="col"
                className={table.rows[0]?.[index]?.kind === "figure" ? "num" : undefined}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // Rows of a finished table have no other name than their place.
            <tr key={`${at} ${row[0]?.text ?? ""}`}>
              {row.map(({ text, kind }, index) => (
                <td key={table.columns[index]?.head} className={kind === "figure" ? "num tnum" : undefined}>
                  {text === "" ? "—" : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
