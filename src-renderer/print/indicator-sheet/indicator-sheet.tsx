import type { FigureCell, IndicatorRow, IndicatorSheetModel } from "#shared/paper/unit-sheet-model.ts";
import { Cell, CELL_CLASSES } from "../parts/cell.tsx";
import { CheckedSign } from "../parts/checked-sign.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import "./indicator-sheet.css";

/** 257 mm in all. */
const columns = ({ place, targetYear }: IndicatorSheetModel): readonly SheetColumn[] => [
  { heading: ["序", "号"], widthMm: 8 },
  { heading: ["指标"], widthMm: 54.2 },
  { heading: ["计量", "单位"], widthMm: 13 },
  { heading: [`全市${targetYear}年`, "目标"], widthMm: 24 },
  { heading: [`${place}本年`, "目标"], widthMm: 19 },
  { heading: ["本期累计"], widthMm: 26 },
  { heading: ["上年同期", "（可比）"], widthMm: 26 },
  { heading: ["同比", "±%"], widthMm: 15.8 },
  { heading: ["完成率", "%"], widthMm: 15 },
  { heading: ["数据来源"], widthMm: 24 },
  { heading: ["情况说明"], widthMm: 32 },
];

export const IndicatorSheet = ({ model }: { readonly model: IndicatorSheetModel }) => (
  <main className="sheet sheet--landscape">
    <SheetHeader head={model.head}>
      <span>报告期：{model.periodName}</span>
      <span>计量单位：见表</span>
    </SheetHeader>
    <SheetTable
      columns={columns(model)}
      groups={model.groups}
      renderRow={(row) => <Row row={row} />}
      sign={<CheckedSign model={model} />}
    />
  </main>
);

const Row = ({ row }: { readonly row: IndicatorRow }) => (
  <tr className={row.flow}>
    <td className="c">{row.no}</td>
    <td className={row.isPart ? "indicator-sheet__part" : ""}>{row.name}</td>
    <td className="c">{row.unit}</td>
    <td className="c">{row.target}</td>
    <Cell cell={row.countyTarget} />
    <Figure cell={row.current} />
    <Figure cell={row.prior} />
    <Figure cell={row.change} />
    <Cell cell={row.completion} />
    <td className="c">{row.source}</td>
    <td className="indicator-sheet__note">{row.note}</td>
  </tr>
);

const Figure = ({ cell }: { readonly cell: FigureCell }) => (
  <td className={CELL_CLASSES[cell.tone]}>
    {cell.text}
    {cell.small === "" ? null : <span className="small">{cell.small}</span>}
  </td>
);
