import type { ProgressSheetModel } from "#shared/paper/sheet-model.ts";
import { CheckedSign } from "../parts/checked-sign.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import { BlankRow } from "./blank-row.tsx";
import { FilledRow } from "./filled-row.tsx";
import { PeriodField } from "./period-field.tsx";
import "./progress-sheet.css";

/** 257 mm in all. */
const filledColumns = (place: string): readonly SheetColumn[] => [
  { heading: ["序号"], widthMm: 8 },
  { heading: ["重点任务"], widthMm: 19 },
  { heading: ["目标（指标）"], widthMm: 45 },
  { heading: ["牵头单位"], widthMm: 16.5 },
  { heading: ["责任单位", `（${place}）`], widthMm: 18.5 },
  { heading: ["完成", "时限"], widthMm: 13 },
  { heading: ["本期进展"], widthMm: 52 },
  { heading: ["状态／", "完成率"], widthMm: 13 },
  { heading: ["存在问题"], widthMm: 25 },
  { heading: ["下一步打算"], widthMm: 25 },
  { heading: ["责任人", "及电话"], widthMm: 22 },
];

/** 257 mm in all: room to write in, the person below the department. */
const BLANK_COLUMNS: readonly SheetColumn[] = [
  { heading: ["序号"], widthMm: 8 },
  { heading: ["重点任务"], widthMm: 18 },
  { heading: ["目标（指标）"], widthMm: 44 },
  { heading: ["牵头单位"], widthMm: 17 },
  { heading: ["责任部门", "及责任人"], widthMm: 22 },
  { heading: ["完成", "时限"], widthMm: 13 },
  { heading: ["本期进展"], widthMm: 57 },
  { heading: ["状态"], widthMm: 17 },
  { heading: ["存在问题"], widthMm: 31 },
  { heading: ["下一步打算"], widthMm: 30 },
];

export function ProgressSheet({ model }: { readonly model: ProgressSheetModel }) {
  const blank = model.stage === "blank";
  return (
    <main className="sheet sheet--landscape">
      <SheetHeader head={model.head}>
        <PeriodField name={model.periodName} blanks={model.periodBlanks} />
        <span>计量单位：{model.measure}</span>
      </SheetHeader>
      <SheetTable
        className={blank ? "progress hand" : "progress"}
        columns={blank ? BLANK_COLUMNS : filledColumns(model.place)}
        groups={model.groups}
        renderRow={(row) => (blank ? <BlankRow row={row} /> : <FilledRow row={row} />)}
        sign={<CheckedSign model={model} />}
      />
    </main>
  );
}
