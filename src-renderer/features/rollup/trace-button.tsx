import type { ReactNode } from "react";
import { useT } from "../../app/language.tsx";
import type { Figure } from "./rollup-rows.ts";

/** Asks for a figure's trace, from one of its units on, beside what was pressed. */
export type OnTrace = (wanted: {
  readonly figure: Figure;
  readonly unit?: string;
  readonly anchor: HTMLElement;
}) => void;

type Props = {
  /** What the figure is of. */
  readonly name: string;
  readonly value: string;
  readonly className?: string;
  readonly children?: ReactNode;
  /** Given the button, beside which the trace opens. */
  readonly onTrace: (anchor: HTMLElement) => void;
};

/** A figure that opens its trace; pressing it does not select the line it stands in. */
export function TraceButton({ name, value, className = "figure", children, onTrace }: Props) {
  const t = useT();
  return (
    <button
      type="button"
      className={className}
      aria-label={t("trace:open", { name, value })}
      aria-haspopup="dialog"
      onClick={(event) => {
        event.stopPropagation();
        onTrace(event.currentTarget);
      }}
    >
      {children ?? value}
    </button>
  );
}
