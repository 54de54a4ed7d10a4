import type { ReminderModel, ReminderRow } from "#shared/paper/office-sheet-model.ts";
import { Lines } from "../parts/lines.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import "./reminder.css";

/** 156 mm in all. */
const COLUMNS: readonly SheetColumn[] = [
  { heading: ["序号"], widthMm: 12 },
  { heading: ["应报事项"], widthMm: 58 },
  { heading: ["项数"], widthMm: 13 },
  { heading: ["报告期"], widthMm: 34 },
  { heading: ["截止日期"], widthMm: 22 },
  { heading: ["逾期"], widthMm: 17 },
];

export const Reminder = ({ model }: { readonly model: ReminderModel }) => (
  <main className="sheet sheet--portrait reminder">
    <SheetHeader head={model.head} unitLabel={null}>
      <span>
        编号：
        <i className="reminder__blank" />
      </span>
      <span>{model.day}</span>
    </SheetHeader>
    <div className="reminder__letter">
      <p className="reminder__to">{model.to}</p>
      <p>{model.opening}</p>
    </div>
    <SheetTable
      className="reminder__table"
      columns={COLUMNS}
      groups={[{ title: "", rows: model.rows }]}
      renderRow={(row) => <Row row={row} />}
      sign={null}
    />
    <div className="reminder__letter">
      <p>{model.closing}</p>
    </div>
    <div className="reminder__close">
      <div>
        <p>联系人：{model.contact}</p>
        <p>
          电　话：
          {model.phone === "" ? <i className="reminder__blank" /> : model.phone}
        </p>
        {model.last.length === 0 ? null : (
          <p className="reminder__last">
            <Lines lines={model.last} />
          </p>
        )}
      </div>
      <div className="reminder__by">
        <p>{model.by}</p>
        <p>{model.day}</p>
      </div>
    </div>
  </main>
);

const Row = ({ row }: { readonly row: ReminderRow }) => (
  <tr className="keep">
    <td className="c">{row.no}</td>
    <td>{row.matter}</td>
    <td className="c">{row.count}</td>
    <td className="c">{row.period}</td>
    <td className="c">{row.due}</td>
    <td className="c">{row.overdue}</td>
  </tr>
);
