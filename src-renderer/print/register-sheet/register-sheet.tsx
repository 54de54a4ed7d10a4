import type { RegisterSheetModel, RegisterTable } from "#shared/paper/unit-sheet-model.ts";
import { Cell } from "../parts/cell.tsx";
import { CheckedSign } from "../parts/checked-sign.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import "./register-sheet.css";

const NUMBER: SheetColumn = { heading: ["序", "号"], widthMm: 8 };

/** 257 mm in all, as every table of the sheet. */
const OTHERS: readonly SheetColumn[] = [
  NUMBER,
  { heading: ["名录"], widthMm: 120 },
  { heading: ["本期情况"], widthMm: 129 },
];

export function RegisterSheet({ model }: { readonly model: RegisterSheetModel }) {
  const { tables, others } = model;
  const hasOthers = others.rows.length > 0 || tables.length === 0;
  const sign = <CheckedSign model={model} />;
  return (
    <main className="sheet sheet--landscape">
      <SheetHeader head={model.head}>
        <span>报告期：{model.periodName}</span>
      </SheetHeader>
      {tables.map((table, index) => (
        <section key={table.title}>
          <h2 className="register-sheet__title">{table.title}</h2>
          <SheetTable
            className="register-sheet__table"
            columns={columnsOf(table)}
            groups={[{ title: "", rows: table.rows }]}
            renderRow={(row) => (
              <tr className={row.flow}>
                <td className="c">{row.no}</td>
                {row.cells.map((cell, at) => (
                  <td
                    key={at}
                    className={table.columns[at]?.isFigure ? "cell-figure" : "register-sheet__text"}
                  >
                    {cell}
                  </td>
                ))}
                <td>{row.standing}</td>
              </tr>
            )}
            sign={!hasOthers && index === tables.length - 1 ? sign : null}
          />
        </section>
      ))}
      {hasOthers && (
        <section>
          {others.rows.length > 0 && <h2 className="register-sheet__title">{others.title}</h2>}
          <SheetTable
            className="register-sheet__table"
            columns={OTHERS}
            groups={others.rows.length === 0 ? [] : [{ title: "", rows: others.rows }]}
            renderRow={(row) => (
              <tr className="keep">
                <td className="c">{row.no}</td>
                <td>{row.name}</td>
                <Cell cell={row.standing} />
              </tr>
            )}
            sign={sign}
          />
        </section>
      )}
    </main>
  );
}

const columnsOf = ({ columns }: RegisterTable): readonly SheetColumn[] => [
  NUMBER,
  ...columns.map(({ heading, widthMm }) => ({ heading, widthMm })),
  { heading: ["本期情况"], widthMm: 28 },
];
