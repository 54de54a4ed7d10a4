import type { ReactNode } from "react";
import type { SummaryRow, SummarySheetModel, SummaryStatusRow } from "#shared/paper/office-sheet-model.ts";
import { Cell } from "../parts/cell.tsx";
import { Notes } from "../parts/notes.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import { SignRow } from "../parts/sign-row.tsx";
import "./summary-sheet.css";

/** Of the type area; units share what the other columns leave, 13.7 mm each where there are eleven. */
const WIDTH_MM = 257;
/** More than the counties and the zone, departments among them, take the columns that a smaller type fits. */
const FULL_SIZE_UNITS = 11;
const CITY_MM = { total: 17, share: 13 };
const STATUSES = [
  { word: "推进中", widthMm: 11.8 },
  { word: "已完成", widthMm: 11.8 },
  { word: "未启动", widthMm: 11.8 },
  { word: "不涉及", widthMm: 11.8 },
  { word: "未报", widthMm: 9.2 },
] as const;

export function SummarySheet({ model }: { readonly model: SummarySheetModel }) {
  const sign = (
    <SignRow sign={model.sign} labels={{ filler: "汇总人", date: "汇总日期" }}>
      <p className="notes-head">说明：</p>
      <Notes notes={model.notes} />
    </SignRow>
  );
  const hasTasks = model.tasks.length > 0;
  const isNarrow = model.units.length > FULL_SIZE_UNITS;
  const className = isNarrow ? "summary-sheet__table summary-sheet__table--narrow" : "summary-sheet__table";
  return (
    <main className="sheet sheet--landscape">
      <SheetHeader head={model.head} unitLabel="汇总单位">
        <span>报告期：{model.periodName}</span>
        <span>计量单位：见表</span>
      </SheetHeader>
      <SheetTable
        className={className}
        columns={figureColumns(model)}
        groups={model.indicators}
        renderRow={(row) => <FigureRow row={row} />}
        sign={hasTasks ? null : sign}
      />
      {hasTasks && (
        <>
          <h2 className="summary-sheet__sub">重点任务推进状态</h2>
          <SheetTable
            className={className}
            columns={taskColumns(model)}
            groups={model.tasks}
            renderRow={(row) => <StatusRow row={row} />}
            sign={sign}
          />
        </>
      )}
    </main>
  );
}

function unitColumns({ units }: SummarySheetModel, othersMm: number): SheetColumn[] {
  const widthMm = (WIDTH_MM - othersMm) / Math.max(1, units.length);
  return units.map((heading) => ({ heading, widthMm }));
}

function figureColumns(model: SummarySheetModel): SheetColumn[] {
  const before: readonly SheetColumn[] = [
    { heading: ["序", "号"], widthMm: 8 },
    { heading: ["指标"], widthMm: 40 },
    { heading: ["计量", "单位"], widthMm: 10.3 },
    { heading: ["2026年", "目标"], widthMm: 18 },
  ];
  const after: readonly SheetColumn[] = [
    { heading: ["全市", "汇总数"], widthMm: CITY_MM.total },
    { heading: ["已报/", "应报"], widthMm: CITY_MM.share },
  ];
  return [...before, ...unitColumns(model, widthOf([...before, ...after])), ...after];
}

function taskColumns(model: SummarySheetModel): SheetColumn[] {
  const before: readonly SheetColumn[] = [
    { heading: ["序", "号"], widthMm: 8 },
    { heading: ["重点任务"], widthMm: 44 },
  ];
  const after = STATUSES.map(({ word, widthMm }): SheetColumn => ({ heading: [word], widthMm }));
  return [...before, ...unitColumns(model, widthOf([...before, ...after])), ...after];
}

const widthOf = (columns: readonly SheetColumn[]): number =>
  columns.reduce((sum, { widthMm }) => sum + widthMm, 0);

const cells = (row: Pick<SummaryRow, "cells">): ReactNode =>
  row.cells.map((cell, index) => <Cell key={index} cell={cell} />);

const FigureRow = ({ row }: { readonly row: SummaryRow }) => (
  <tr className="keep">
    <td className="c">{row.no}</td>
    <td className={row.isPart ? "summary-sheet__part" : ""}>{row.name}</td>
    <td className="c">{row.unit}</td>
    <td className="c">{row.target}</td>
    {cells(row)}
    <td className={row.hasFigure ? "cell-figure" : "c"}>
      {row.city}
      {row.isPublished ? <span className="summary-sheet__published">公布数</span> : null}
    </td>
    <td className="c">{row.share}</td>
  </tr>
);

const StatusRow = ({ row }: { readonly row: SummaryStatusRow }) => (
  <tr className="keep">
    <td className="c">{row.no}</td>
    <td>{row.name}</td>
    {cells(row)}
    {row.counts.map((count, index) => (
      <td key={STATUSES[index]?.word} className="cell-figure">
        {count}
      </td>
    ))}
  </tr>
);
