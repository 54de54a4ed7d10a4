import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useT } from "../../../app/language.tsx";
import { leastWidths, useGridLooks, useSetGridLooks, type DrawnColumn } from "./grid-looks.ts";

const STEP = 16;
const WIDEST = 800;

/** The right edge of a column's head: drawn with the mouse, or moved by the arrows; a double click takes it back. */
export function ColumnEdge({ column, title }: { column: DrawnColumn; title: string }) {
  const t = useT();
  const looks = useGridLooks();
  const set = useSetGridLooks();
  const edge = useRef<HTMLSpanElement>(null);
  const head = (): HTMLElement | null => edge.current?.parentElement ?? null;
  const fit = (width: number): number => Math.round(Math.max(leastWidths[column], Math.min(WIDEST, width)));
  const keep = (width: number): void => set({ widths: { ...looks.widths, [column]: fit(width) } });
  const onPointerDown = (event: PointerEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const grid = head()?.closest<HTMLElement>(".gridbox");
    const from = event.clientX - (head()?.offsetWidth ?? 0);
    const draw = (move: globalThis.PointerEvent): void =>
      grid?.style.setProperty(`--w-${column}`, `${fit(move.clientX - from)}px`);
    const end = (up: globalThis.PointerEvent): void => {
      window.removeEventListener("pointermove", draw);
      keep(up.clientX - from);
    };
    window.addEventListener("pointermove", draw);
    window.addEventListener("pointerup", end, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    keep((head()?.offsetWidth ?? 0) + step);
  };
  const reset = (): void => {
    const { [column]: _, ...widths } = looks.widths;
    set({ widths });
  };
  return (
    <span
      ref={edge}
      className="column-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={t("entry:columnWidth", { column: title })}
      aria-valuenow={looks.widths[column] ?? 0}
      aria-valuemin={leastWidths[column]}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onMouseDown={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
      onDoubleClick={reset}
    />
  );
}
