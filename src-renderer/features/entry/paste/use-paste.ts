import { useEffect, useMemo, useState } from "react";
import type { Block } from "#shared/clipboard/block.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import { planPaste, type PasteStart } from "#shared/paste/paste-plan.ts";
import type { MoneyUnit } from "#shared/paste/money-unit.ts";
import { callEngine, type CallError } from "../../../app/bridge.ts";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { changesOfEdits, type Edit } from "../edits/edits.ts";
import { useGrid } from "../grid/grid-context.ts";
import type { ItemRow } from "../grid/rows.ts";
import { pasteResults, type PasteResult } from "./paste-result.ts";
import { pasteTargets } from "./paste-targets.ts";

export type Pasting = {
  readonly block: Block;
  readonly start: PasteStart;
  /** Where it is known; else it is guessed. */
  readonly unit: MoneyUnit | null;
};

/** What the block would do, tried by the program itself; tried again when another unit is chosen. */
export function usePaste(
  { block, start, unit: known }: Pasting,
  rows: readonly ItemRow[],
  progress: PeriodProgress,
) {
  const { isLocked } = useGrid();
  const [unit, setUnit] = useState<MoneyUnit | null>(known);
  const targets = useMemo(() => pasteTargets(rows, isLocked), [rows, isLocked]);
  const plan = useMemo(() => planPaste(block, targets, start, unit), [block, targets, start, unit]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const edits = useMemo(
    () =>
      plan.lines.flatMap(({ target, write, part }): Edit[] => {
        const row = target === null ? undefined : byId.get(target.row);
        return row === undefined || write === null ? [] : [{ row, value: write, part }];
      }),
    [plan, byId],
  );
  const changes = useMemo(
    () => changesOfEdits(edits, progress.asked, isLocked),
    [edits, progress.asked, isLocked],
  );
  const [tried, setTried] = useState<ReadonlyMap<string, ItemView> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (views: readonly ItemView[]): void => {
      if (isCurrent) setTried(new Map(views.map((view) => [view.item, view])));
    };
    if (changes.length === 0) show([]);
    else {
      void callEngine("entry.try", { period: progress.grid.period, changes: [...changes] }).then((reply) => {
        if (reply.ok) show(reply.value);
        else if (isCurrent) setError(reply.error);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [changes, progress.grid.period]);
  const results = useMemo(
    () => (tried === null ? null : pasteResults(plan.lines, byId, tried)),
    [plan, byId, tried],
  );
  return { plan, results, error, setUnit };
}

/** The edits of the results with one of these outcomes. */
export const editsOf = (
  results: readonly PasteResult[],
  outcomes: readonly PasteResult["outcome"][],
): readonly Edit[] =>
  results.flatMap(({ line, row, outcome }): Edit[] =>
    row === undefined || line.write === null || !outcomes.includes(outcome)
      ? []
      : [{ row, value: line.write, part: line.part }],
  );
