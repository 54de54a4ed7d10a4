import type { ReactNode } from "react";
import type { SheetSign } from "#shared/paper/sheet-model.ts";

interface SignRowProps {
  readonly sign: SheetSign;
  /** Left of the place for the seal: check code, notes. */
  readonly children: ReactNode;
}

export function SignRow({ sign, children }: SignRowProps) {
  return (
    <section className="sign">
      <ul className="sign__fields">
        <SignField label="单位负责人（签字）" value={sign.head} />
        <SignField label="审核人" value={sign.reviewer} />
        <SignField label="填报人" value={sign.filler} />
        <SignField label="联系电话" value={sign.phone} />
        <SignField label="填报日期" value={sign.date} />
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
