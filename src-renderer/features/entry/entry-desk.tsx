import { useMemo, useState } from "react";
import type { CellState } from "#shared/ipc/views.ts";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { allStates, type PeriodProgress } from "../../app/period-progress.ts";
import { EditingContext } from "./edits/editing-context.ts";
import { EntryGrid } from "./grid/entry-grid.tsx";
import { EntryStatus } from "./entry-status.tsx";
import { EntryToolbar } from "./entry-toolbar.tsx";
import { FindBar } from "./grid/find-bar.tsx";
import { GridContext } from "./grid/grid-context.ts";
import { ItemPanel } from "./panel/item-panel.tsx";
import { PasteDialog } from "./paste/paste-dialog.tsx";
import type { Shown } from "./grid/rows.ts";
import { SectionRail } from "./section-rail.tsx";
import { useEntry } from "./use-entry.ts";

type Props = {
  readonly progress: PeriodProgress;
  /** Of the address: `item`, `filter` or `section` to begin with. */
  readonly params: Readonly<Record<string, string>>;
};

export function EntryDesk({ progress, params }: Props) {
  const t = useT();
  const [kinds, setKinds] = useState<Shown["kinds"]>("all");
  const [filter, setFilter] = useState<CellState | null>(
    allStates.find((state) => state === params["filter"]) ?? null,
  );
  // NOTE: chosen once: an item that is mended while it is looked at must not vanish under the cursor.
  const items = useMemo(() => {
    if (filter === null) return null;
    return new Set<string>(
      progress.grid.items.filter(({ state }) => state === filter).map(({ item }) => item),
    );
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [filter]);
  const shown = useMemo(() => ({ kinds, items, collapsed: new Set<string>() }), [kinds, items]);
  const first = progress.asked.find(({ asked }) => asked.section === params["section"])?.view.item;
  const entry = useEntry(progress, shown, params["item"] ?? first);
  const { panel, setPanel } = entry;
  const { current } = entry.cursor;
  const showAll = (): void => {
    setFilter(null);
    setKinds("all");
  };
  return (
    <EditingContext value={entry.editing}>
      <GridContext value={entry.grid}>
        <EntryToolbar
          progress={progress}
          kinds={kinds}
          onKinds={setKinds}
          filter={filter}
          onFilter={setFilter}
          panelOpen={panel.open}
          onPanel={(open) => setPanel({ open, focus: null })}
          onPaste={() => {
            entry.editor.current?.focus();
            void callEngine("window.edit", { command: "paste" });
          }}
        />
        {progress.grid.locked && <Banner kind="warned">{t("entry:periodLocked")}</Banner>}
        {entry.editing.saving.failed && (
          <Banner
            kind="invalid"
            action={
              <Button size="sm" onClick={entry.editing.saving.retry}>
                {t("common:retry")}
              </Button>
            }
          >
            {t("entry:unsaved")}
          </Banner>
        )}
        <div className={panel.open ? "workarea workarea--rail-panel" : "workarea workarea--rail"}>
          <SectionRail progress={progress} current={current?.asked.section} onGo={entry.cursor.goToSection} />
          {entry.rows.length === 0 ? (
            <Empty
              icon="filter"
              title={t("entry:noRows")}
              action={<Button onClick={showAll}>{t("entry:showAll")}</Button>}
            >
              {t("entry:noRowsText")}
            </Empty>
          ) : (
            <div className="gridplace">
              {entry.finding && (
                <FindBar
                  rows={entry.rows}
                  onGo={(row) => entry.cursor.activate({ row, column: "now" })}
                  onClose={entry.endFinding}
                />
              )}
              <EntryGrid
                rows={entry.rows}
                editor={entry.editor}
                end={entry.cursor.end}
                top={entry.cursor.top}
              />
            </div>
          )}
          {panel.open && (
            <ItemPanel
              progress={progress}
              row={current}
              focus={entry.panelFocus}
              begun={entry.begun}
              onBegin={entry.begin}
              onEnd={entry.end}
              onClose={() => setPanel({ open: false, focus: null })}
            />
          )}
        </div>
        <EntryStatus />
        {entry.pasting !== null && (
          <PasteDialog
            pasting={entry.pasting}
            rows={entry.items}
            progress={progress}
            onClose={entry.endPasting}
          />
        )}
      </GridContext>
    </EditingContext>
  );
}
