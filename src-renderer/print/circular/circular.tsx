import type { CircularModel, CircularRow } from "#shared/paper/office-sheet-model.ts";
import { Cell } from "../parts/cell.tsx";
import { Lines } from "../parts/lines.tsx";
import { Notes } from "../parts/notes.tsx";
import { QrCode } from "../parts/qr-code.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import "./circular.css";

/** 156 mm in all. */
const COLUMNS: readonly SheetColumn[] = [
  { heading: ["单位"], widthMm: 26 },
  { heading: ["应报"], widthMm: 14 },
  { heading: ["按时"], widthMm: 14 },
  { heading: ["迟报"], widthMm: 13 },
  { heading: ["未报"], widthMm: 13 },
  { heading: ["退回"], widthMm: 13 },
  { heading: ["重报"], widthMm: 13 },
  { heading: ["纸质件"], widthMm: 18 },
  { heading: ["推进中"], widthMm: 17 },
  { heading: ["办结"], widthMm: 15 },
];

export const Circular = ({ model }: { readonly model: CircularModel }) => (
  <main className="sheet sheet--portrait">
    <SheetHeader head={model.head} unitLabel={null}>
      <span>报告期：{model.periodName}</span>
      <span>计量单位：项</span>
    </SheetHeader>
    <SheetTable
      className="circular__table"
      columns={COLUMNS}
      groups={[
        {
          title: "",
          rows: [...model.rows.map((row) => ({ row, isTotal: false })), { row: model.total, isTotal: true }],
        },
      ]}
      renderRow={({ row, isTotal }) => <Row row={row} isTotal={isTotal} />}
      sign={null}
    />
    <div className="circular__under">
      <div>
        <p className="notes-head">说明：</p>
        <Notes notes={model.notes} />
        {model.ledger === null ? null : (
          <p className="circular__digest">
            定稿时的台账摘要
            <br />
            <code>
              <Lines lines={model.ledger.lines} />
            </code>
          </p>
        )}
      </div>
      {model.ledger === null ? null : (
        <div className="circular__code">
          <QrCode text={model.ledger.digest} label="台账摘要二维码" />
          台账摘要
        </div>
      )}
    </div>
  </main>
);

const Row = ({ row, isTotal }: { readonly row: CircularRow; readonly isTotal: boolean }) => (
  <tr className={isTotal ? "keep circular__total" : "keep"}>
    <td className="c">{row.unit}</td>
    <Figure text={row.expected} />
    <Figure text={row.onTime} />
    <Figure text={row.late} />
    <td className={row.missing.tone === "missing" ? "cell-figure cell-missing" : "cell-figure"}>
      {row.missing.text}
    </td>
    <Figure text={row.returned} />
    <Figure text={row.resubmitted} />
    <Cell cell={row.paper} />
    <Figure text={row.underWay} />
    <Figure text={row.closed} />
  </tr>
);

const Figure = ({ text }: { readonly text: string }) => <td className="cell-figure">{text}</td>;
