import type { ReceiptModel } from "#shared/paper/office-sheet-model.ts";
import { Lines } from "../parts/lines.tsx";
import { QrCode } from "../parts/qr-code.tsx";
import { SheetHeader } from "../parts/sheet-header.tsx";
import { SheetTable, type SheetColumn } from "../parts/sheet-table.tsx";
import "./receipt.css";

/** 156 mm in all. */
const RETURNED: readonly SheetColumn[] = [
  { heading: ["序号"], widthMm: 11 },
  { heading: ["事项"], widthMm: 44 },
  { heading: ["退回意见"], widthMm: 69 },
  { heading: ["请重报于"], widthMm: 32 },
];

export const Receipt = ({ model }: { readonly model: ReceiptModel }) => (
  <main className="sheet sheet--portrait receipt">
    <SheetHeader head={model.head} unitLabel="接收单位">
      <span>{model.day}</span>
    </SheetHeader>
    <Facts model={model} />
    {model.returned.length > 0 && (
      <>
        <h2 className="receipt__title">一、退回事项（请修改后重报，其余事项不必再报）</h2>
        <SheetTable
          className="receipt__table"
          columns={RETURNED}
          groups={[{ title: "", rows: model.returned }]}
          renderRow={(row) => (
            <tr className="keep">
              <td className="c">{row.no}</td>
              <td>{row.item}</td>
              <td className="t receipt__comment">{row.comment}</td>
              {/* Written in by hand: nothing on record says by when. */}
              <td />
            </tr>
          )}
          sign={null}
        />
      </>
    )}
    <section className="receipt__end">
      <h2 className="receipt__title">{model.returned.length > 0 ? "二" : "一"}、接收事项</h2>
      {model.accepted.map((sentence) => (
        <p key={sentence} className="receipt__list">
          <WholeIds text={sentence} />
        </p>
      ))}
      <Close model={model} />
    </section>
  </main>
);

/** `T05-1` is not broken at its hyphen. */
const WholeIds = ({ text }: { readonly text: string }) =>
  text.split(/([A-Za-z0-9]+-[A-Za-z0-9-]+)/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="receipt__id">
        {part}
      </span>
    ),
  );

const Facts = ({ model }: { readonly model: ReceiptModel }) => (
  <table className="receipt__table">
    <colgroup>
      <col style={{ width: "22mm" }} />
      <col style={{ width: "52mm" }} />
      <col style={{ width: "22mm" }} />
      <col style={{ width: "60mm" }} />
    </colgroup>
    <tbody>
      <Pair first={["报告期", model.periodName]} second={["收到时间", model.receivedAt]} />
      <Pair first={["报送包", model.bundle]} second={["是否按时", model.timeliness]} />
      <Pair first={["校验结果", "签名有效，内容完整"]} second={["报送设备", model.device]} />
      <Pair first={["纸质件", model.paper]} second={["核对码", model.code]} />
      <tr className="keep">
        <th className="receipt__key">处理结果</th>
        <td colSpan={3}>{model.outcome}</td>
      </tr>
      <tr className="keep">
        <th className="receipt__key">报送包摘要</th>
        <td colSpan={3} className="receipt__digest">
          <Lines lines={model.digest} />
        </td>
      </tr>
    </tbody>
    <tfoot>
      <tr>
        <td colSpan={4} />
      </tr>
    </tfoot>
  </table>
);

interface PairProps {
  readonly first: readonly [key: string, text: string];
  readonly second: readonly [key: string, text: string];
}

const Pair = ({ first, second }: PairProps) => (
  <tr className="keep">
    {[first, second].map(([key, text]) => [
      <th key={key} className="receipt__key">
        {key}
      </th>,
      <td key={`${key} text`}>{text}</td>,
    ])}
  </tr>
);

const Close = ({ model }: { readonly model: ReceiptModel }) => (
  <section className="sign">
    <ul className="sign__fields">
      <li>
        市级汇总员：<i>{model.officer}</i>
      </li>
      <li>
        联系电话：
        <i />
      </li>
    </ul>
    <div className="sign__rest">
      <div className="check">
        <QrCode text={model.receiptDigest.qr} label="回执摘要二维码" />
        <div>
          <p className="check__code">回执摘要</p>
          <p className="receipt__digest receipt__digest--own">
            <Lines lines={model.receiptDigest.lines} />
          </p>
          <p className="small">本单与电子回执一致，以电子回执的签名为准。</p>
        </div>
      </div>
      <p className="sign__seal">（单位盖章）</p>
    </div>
  </section>
);
