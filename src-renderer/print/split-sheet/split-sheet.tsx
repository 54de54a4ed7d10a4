import type { SplitPart, SplitSheetModel } from "#shared/paper/sheet-model.ts";
import { Notes } from "../parts/notes.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import { SignRow } from "../parts/sign-row.tsx";
import { SplitFigure } from "./split-figure.tsx";
import { SplitTask } from "./split-task.tsx";
import "./split-sheet.css";

/** 257 mm in all: room to write in. */
const TASK_COLUMNS: readonly SheetColumn[] = [
  { heading: ["序号"], widthMm: 8 },
  { heading: ["重点任务"], widthMm: 20 },
  { heading: ["目标（指标）"], widthMm: 58 },
  { heading: ["完成", "时限"], widthMm: 13 },
  { heading: ["本期进展"], widthMm: 60 },
  { heading: ["状态"], widthMm: 17 },
  { heading: ["存在问题"], widthMm: 31 },
  { heading: ["下一步打算"], widthMm: 30 },
  { heading: ["责任人", "及电话"], widthMm: 20 },
];

const FIGURE_COLUMNS: readonly SheetColumn[] = [
  { heading: ["编号"], widthMm: 15 },
  { heading: ["指标"], widthMm: 62 },
  { heading: ["栏目"], widthMm: 52 },
  { heading: ["计量单位"], widthMm: 16 },
  { heading: ["上期"], widthMm: 26 },
  { heading: ["本期"], widthMm: 34 },
  { heading: ["情况说明"], widthMm: 52 },
];

export const SplitSheet = ({ model }: { readonly model: SplitSheetModel }) =>
  model.parts.map((part) => <Part key={part.department} part={part} model={model} />);

/** One department's sheet, from a page of its own. */
function Part({ part, model }: { readonly part: SplitPart; readonly model: SplitSheetModel }) {
  const { department, tasks, figures, registers } = part;
  const sign = (
    <SignRow sign={model.sign}>
      <p className="notes-head">说明：</p>
      <Notes notes={[...model.notes, ...registerNote(registers)]} />
    </SignRow>
  );
  const hasFigures = figures.length > 0;
  return (
    <main className="sheet sheet--landscape department-sheet">
      <SheetHeader head={model.head}>
        <span>责任部门：{department}</span>
        <span>报告期：{model.periodName}</span>
      </SheetHeader>
      {(tasks.length > 0 || !hasFigures) && (
        <SheetTable
          className="hand"
          columns={TASK_COLUMNS}
          groups={tasks.length === 0 ? [] : [{ title: "", rows: tasks }]}
          renderRow={(row) => <SplitTask row={row} />}
          sign={hasFigures ? null : sign}
        />
      )}
      {hasFigures && (
        <SheetTable
          className="hand department-sheet__figures"
          columns={FIGURE_COLUMNS}
          groups={[{ title: "", rows: figures }]}
          renderRow={(row) => <SplitFigure row={row} />}
          sign={sign}
        />
      )}
    </main>
  );
}

const registerNote = (registers: readonly string[]): string[] =>
  registers.length === 0
    ? []
    : [`本部门另报名录：${registers.join("、")}，有变动的另附名录表，没有变动的写“无变化”。`];
