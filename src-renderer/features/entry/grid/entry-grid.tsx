import { useTable } from "@tanstack/react-table";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { cursorColumns, type ActiveCell } from "./active-cell.ts";
import { CellEditor, type EditorHandle } from "./cell-editor.tsx";
import { useGrid } from "./grid-context.ts";
import { gridColumns, gridFeatures } from "./grid-columns.tsx";
import { columnStyle, rowHeights, useGridLooks } from "./grid-looks.ts";
import { GridMenu } from "./grid-menu.tsx";
import { GridHead, ItemLine, MessageLine, SectionLine } from "./grid-lines.tsx";
import { isItemRow, type GridRow } from "./rows.ts";
import { useHeldPlace } from "./use-held-place.ts";

const MESSAGE = 27;
const HEAD = 40;

type Props = {
  readonly rows: readonly GridRow[];
  readonly editor: RefObject<EditorHandle | null>;
  /** The selection's far corner, which is kept in view while it grows. */
  readonly end: ActiveCell | null;
  /** The place whose section was asked for and goes to the top. */
  readonly top: ActiveCell | null;
};

/** One grid over the whole period; only the lines in view exist. The section in view keeps its head on top. */
export function EntryGrid({ rows, editor, end, top }: Props) {
  const t = useT();
  const formats = useFormats();
  const { plan, period } = useSession();
  const { active } = useGrid();
  const looks = useGridLooks();
  const rowHeight = rowHeights[looks.density];
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => gridColumns({ t, formats, plan, period }), [t, formats, plan, period]);
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);
  const sections = useMemo(
    () => rows.flatMap((row, index) => (row.kind === "section" ? [index] : [])),
    [rows],
  );
  const [stuck, setStuck] = useState(0);
  // NOTE: a new key function makes the virtualiser lay out every line anew: one for each set of lines, not for each render.
  const keyAt = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.kind === "message" ? MESSAGE : rowHeight),
    getItemKey: keyAt,
    overscan: 6,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD + rowHeight,
    rangeExtractor: (range) =>
      [...new Set([stuck, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
  });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);
  /** The last section whose head has come to the top keeps it there. */
  const stick = (): void => {
    const edge = (box.current?.scrollTop ?? 0) + HEAD;
    setStuck(sections.findLast((index) => (virtualizer.measurementsCache[index]?.start ?? 0) <= edge) ?? 0);
  };
  useEffect(() => {
    stick();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, rowHeight]);
  const shown = virtualizer.getVirtualItems();
  const lines = shown.flatMap(({ index }) => rows[index] ?? []).filter(isItemRow);
  // Only the lines in view are the table's: its row model is made anew with every save.
  const table = useTable({ features: gridFeatures, columns, data: lines, getRowId: (row) => row.id });
  const tableRows = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
  const at = places.get(active?.row ?? "") ?? -1;
  const seen = end === null ? at : (places.get(end.row) ?? -1);
  useEffect(() => {
    if (seen >= 0) virtualizer.scrollToIndex(seen, { align: "auto" });
  }, [seen, active, virtualizer]);
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === top?.row);
    const head = sections.findLast((section) => section < index);
    if (index >= 0) virtualizer.scrollToIndex((head ?? index - 1) + 1, { align: "start" });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [top, virtualizer]);
  const start = at < 0 ? 0 : (virtualizer.measurementsCache[at]?.start ?? HEAD) - HEAD;
  const current = rows[at];
  useHeldPlace(box, active?.row, start);
  const grid = (
    <div
      ref={box}
      className="gridbox"
      onScroll={stick}
      style={columnStyle(looks)}
      onMouseDown={({ target }) => {
        // A message's button says itself where the focus goes; a quick tap would take it from there again.
        if (target instanceof Element && target.closest(".msg button") !== null) return;
        window.setTimeout(() => editor.current?.focus());
      }}
    >
      <div
        className="grid"
        role="grid"
        aria-label={t("entry:gridLabel", { period: formats.period(period) })}
        aria-rowcount={rows.length}
        aria-colcount={cursorColumns.length + 3}
      >
        <GridHead table={table} />
        <div className="grid__body" style={{ height: virtualizer.getTotalSize() }}>
          {shown.map(({ key, index, start: offset }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const isStuck = index === stuck && row.kind === "section";
            const line = isItemRow(row) ? tableRows.get(row.id) : undefined;
            return (
              <div
                key={key}
                className={isStuck ? "grid__row grid__row--sticky" : "grid__row"}
                style={isStuck ? {} : { transform: `translateY(${offset - HEAD}px)` }}
              >
                {row.kind === "section" && <SectionLine row={row} />}
                {row.kind === "message" && <MessageLine row={row} />}
                {line !== undefined && <ItemLine line={line} index={index} />}
              </div>
            );
          })}
          {current !== undefined && isItemRow(current) && (
            <CellEditor ref={editor} row={current} top={start} />
          )}
        </div>
      </div>
    </div>
  );
  return <GridMenu trigger={grid} focus={() => editor.current?.focus()} />;
}
