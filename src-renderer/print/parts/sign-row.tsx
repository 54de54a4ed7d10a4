import type { ReactNode } from "react";
import type { SheetSign } from "#shared/paper/sheet-model.ts";

interface SignRowProps {
  readonly sign: SheetSign;
  /** Where the sheet is not filled in but rolled up. */
  readonly labels?: { readonly filler: string; readonly date: string };
  /** Left of the place for the seal: check code, notes. */
  readonly children: ReactNode;
}

const FILLED = { filler: "填报人", date: "填报日期" };

export function SignRow({ sign, labels = FILLED, children }: SignRowProps) {
  return (
    <section className="sign">
      <ul className="sign__fields">
        <SignField label="单位负责人（签字）" value={sign.head} />
        <SignField label="审核人" value={sign.reviewer} />
        <SignField label={labels.filler} value={sign.filler} />
        <SignField label="联系电话" value={sign.phone} />
        <SignField label={labels.date} value={sign.date} />
      </ul>
      <div className="sign__rest">
        <div>{children}</div>
        <p className="sign__seal">（单位盖章）</p>
      </div>
    </section>
  );
}

const SignField = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <li>
    {label}：<i>{value}</i>
  </li>
);
