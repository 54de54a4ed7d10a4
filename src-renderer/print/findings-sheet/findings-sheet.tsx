import type { FindingsSheetModel, FindingsSheetRow } from "#shared/paper/sheet-model.ts";
import { Lines } from "../parts/lines.tsx";
import { Notes } from "../parts/notes.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import { SignRow } from "../parts/sign-row.tsx";
import "./findings-sheet.css";

/** 156 mm in all. */
const COLUMNS: readonly SheetColumn[] = [
  { heading: ["序号"], widthMm: 9 },
  { heading: ["项目"], widthMm: 34 },
  { heading: ["检查结果"], widthMm: 52 },
  { heading: ["说明"], widthMm: 44 },
  { heading: ["填报人"], widthMm: 17 },
];

export function FindingsSheet({ model }: { readonly model: FindingsSheetModel }) {
  return (
    <main className="sheet sheet--portrait">
      <SheetHeader head={model.head}>
        <span>报告期：{model.periodName}</span>
      </SheetHeader>
      <SheetTable
        className="findings"
        columns={COLUMNS}
        groups={model.groups}
        renderRow={(row) => <Row row={row} />}
        sign={
          <SignRow sign={model.sign}>
            <p className="notes-head">说明：</p>
            <Notes notes={model.notes} />
          </SignRow>
        }
      />
    </main>
  );
}

const Row = ({ row }: { readonly row: FindingsSheetRow }) => (
  <tr className={row.flow}>
    <td className="c">{row.no}</td>
    <td>{row.item}</td>
    <td>
      <Lines lines={row.results} />
    </td>
    <td>{row.explanation}</td>
    <td className="c">{row.filler}</td>
  </tr>
);
