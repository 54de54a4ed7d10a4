import type { TaskSheetModel, TaskSheetRow } from "#shared/paper/sheet-model.ts";
import { Lines } from "../parts/lines.tsx";
import { Notes } from "../parts/notes.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import { SignRow } from "../parts/sign-row.tsx";
import "./task-sheet.css";

/** 156 mm in all. */
const COLUMNS: readonly SheetColumn[] = [
  { heading: ["序号"], widthMm: 8 },
  { heading: ["重点任务"], widthMm: 21 },
  { heading: ["主要目标"], widthMm: 56 },
  { heading: ["牵头单位"], widthMm: 16.4 },
  { heading: ["责任单位"], widthMm: 26 },
  { heading: ["完成", "时限"], widthMm: 12.4 },
  { heading: ["备注"], widthMm: 16.2 },
];

export function TaskSheet({ model }: { readonly model: TaskSheetModel }) {
  return (
    <main className="sheet sheet--portrait">
      <SheetHeader head={model.head}>
        <span>计划期：{model.planPeriod}</span>
      </SheetHeader>
      <SheetTable
        className="tasks"
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

const Row = ({ row }: { readonly row: TaskSheetRow }) => (
  <tr className={row.flow}>
    <td className="c">{row.no}</td>
    <td className="name">{row.name}</td>
    <td className="t">{row.goal}</td>
    <td className="c">{row.lead}</td>
    <td>{row.responsible}</td>
    <td className="c">
      <Lines lines={row.due} />
    </td>
    <td className="c">
      <Lines lines={row.remark} />
    </td>
  </tr>
);
