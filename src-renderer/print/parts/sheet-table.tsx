import { Fragment, type ReactNode } from "react";
import { Lines } from "./lines.tsx";

export interface SheetColumn {
  /** Heading, broken where the column is too narrow for one line. */
  readonly heading: readonly string[];
  readonly widthMm: number;
}

interface SheetTableProps<R> {
  readonly className?: string;
  readonly columns: readonly SheetColumn[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly R[] }[];
  readonly renderRow: (row: R) => ReactNode;
  /** The signature row's content: it ends the table and stays with the last item. Null where another table follows. */
  readonly sign: ReactNode;
}

/** Heading row and closing line repeat on every page; the empty foot draws the line where a row is split. */
export function SheetTable<R>({ className, columns, groups, renderRow, sign }: SheetTableProps<R>) {
  const signRow =
    sign === null ? null : (
      <tr className="signrow">
        <td colSpan={columns.length}>{sign}</td>
      </tr>
    );
  return (
    <table className={className}>
      <colgroup>
        {columns.map((column, index) => (
          <col key={index} style={{ width: `${column.widthMm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col">
              <Lines lines={column.heading} />
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group, index) => (
        <tbody key={group.title}>
          {group.title === "" ? null : (
            <tr className="group">
              <th colSpan={columns.length} scope="rowgroup">
                {group.title}
              </th>
            </tr>
          )}
          {group.rows.map((row, rowIndex) => (
            <Fragment key={rowIndex}>{renderRow(row)}</Fragment>
          ))}
          {index === groups.length - 1 ? signRow : null}
        </tbody>
      ))}
      {groups.length === 0 ? <tbody>{signRow}</tbody> : null}
      <tfoot>
        <tr>
          <td colSpan={columns.length} />
        </tr>
      </tfoot>
    </table>
  );
}
