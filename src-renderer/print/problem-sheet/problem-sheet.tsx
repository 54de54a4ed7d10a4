import type { ProblemRow, ProblemSheetModel } from "#shared/paper/office-sheet-model.ts";
import { Lines } from "../parts/lines.tsx";
import { Notes } from "../parts/notes.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import { SignRow } from "../parts/sign-row.tsx";
import "./problem-sheet.css";

/** 257 mm in all. */
const COLUMNS: readonly SheetColumn[] = [
  { heading: ["序", "号"], widthMm: 8 },
  { heading: ["问题"], widthMm: 56 },
  { heading: ["提出单位"], widthMm: 26 },
  { heading: ["对应任务"], widthMm: 32 },
  { heading: ["需市级协调事项"], widthMm: 42 },
  { heading: ["承办单位"], widthMm: 24 },
  { heading: ["整改时限"], widthMm: 24 },
  { heading: ["办理结果"], widthMm: 27 },
  { heading: ["销号日期"], widthMm: 18 },
];

export const ProblemSheet = ({ model }: { readonly model: ProblemSheetModel }) => (
  <main className="sheet sheet--landscape">
    <SheetHeader head={model.head} unitLabel="汇总单位">
      <span>报告期：{model.periodName}</span>
    </SheetHeader>
    <SheetTable
      className="problem-sheet__table"
      columns={COLUMNS}
      groups={model.groups}
      renderRow={(row) => <Row row={row} />}
      sign={
        <SignRow sign={model.sign} labels={{ filler: "汇总人", date: "汇总日期" }}>
          <p className="notes-head">说明：</p>
          <Notes notes={model.notes} />
        </SignRow>
      }
    />
  </main>
);

const Row = ({ row }: { readonly row: ProblemRow }) => (
  <tr className={row.flow}>
    <td className="c">{row.no}</td>
    <td className="problem-sheet__text">{row.problem}</td>
    <td className="c">
      {row.unit}
      {row.raised.map((text) => (
        <span key={text} className="small">
          {text}
        </span>
      ))}
    </td>
    <td>{row.task}</td>
    <td className="problem-sheet__text">{row.coordination}</td>
    <td />
    <td className="problem-sheet__wished">
      {row.wished === "" ? null : <span className="small">{row.wished}</span>}
    </td>
    <td className="problem-sheet__text">{row.result}</td>
    <td className="c">
      <Lines lines={row.struckOff} />
    </td>
  </tr>
);
