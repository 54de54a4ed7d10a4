import type { ReactNode } from "react";
import type { SheetHead } from "#shared/paper/sheet-model.ts";
import { Lines } from "./lines.tsx";

interface SheetHeaderProps {
  readonly head: SheetHead;
  /** What the unit named in the head is; null where the sheet names none there. */
  readonly unitLabel?: string | null;
  /** What stands right of it: 报告期, 计量单位. */
  readonly children: ReactNode;
}

export function SheetHeader({ head, unitLabel = "填报单位", children }: SheetHeaderProps) {
  return (
    <header className="head">
      <div className="head__top">
        <p className="head__annex">{head.annex}</p>
        {head.state === null ? null : <p className="head__state">{head.state}</p>}
        {head.form.length === 0 ? null : (
          <p className="head__form">
            <Lines lines={head.form} />
          </p>
        )}
      </div>
      <h1 className="head__title">
        <Lines lines={head.title} />
      </h1>
      <div className="head__info">
        {unitLabel === null ? null : (
          <span>
            {unitLabel}：{head.unitName}
          </span>
        )}
        {children}
      </div>
    </header>
  );
}
