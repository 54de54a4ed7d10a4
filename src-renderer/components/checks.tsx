import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type CheckResult = "ok" | "warn" | "bad" | "todo";

const icons: Record<CheckResult, IconName> = { ok: "check", warn: "st-warned", bad: "x", todo: "minus" };

/** Verification step by step, one line each. */
export function Checks({
  items,
}: {
  items: readonly { readonly result: CheckResult; readonly text: ReactNode }[];
}) {
  return (
    <ul className="checks">
      {items.map(({ result, text }, index) => (
        <li key={index} className={`is-${result}`}>
          <Icon name={icons[result]} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
