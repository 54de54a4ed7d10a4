import { useMemo } from "react";
import type { CellState, GridView, ItemView } from "#shared/ipc/views.ts";
import type { AssignedItem } from "#shared/plan/assignment.ts";
import { parseItem } from "#shared/plan/item.ts";
import { useEngine, type Query } from "./queries.ts";
import { assignmentsByItem } from "./plan-items.ts";
import { useSession } from "./session.tsx";

export type AskedItem = { readonly view: ItemView; readonly asked: AssignedItem };

/** How far a unit's period is. `expected` counts what is due; what is answered early counts as filled only there. */
export type PeriodProgress = {
  readonly grid: GridView;
  readonly asked: readonly AskedItem[];
  readonly expected: number;
  readonly filled: number;
  readonly counts: Readonly<Record<CellState, number>>;
  /** Every item and register row that needs a hand, worst first. */
  readonly attention: readonly ItemView[];
};

export const attentionStates = ["returned", "invalid", "conflict", "warned"] as const;
export const allStates = [
  "accepted",
  "sealed",
  "resubmitted",
  "draft",
  "na",
  "warned",
  "conflict",
  "invalid",
  "returned",
  "empty",
] as const satisfies readonly CellState[];

export const isFilled = (state: CellState): boolean => state !== "empty";

export function countStates(items: readonly ItemView[]): Record<CellState, number> {
  const none = Object.fromEntries(allStates.map((state) => [state, 0])) as Record<CellState, number>;
  for (const { state } of items) none[state] += 1;
  return none;
}

/** A register takes its state from its rows, which are listed themselves. */
function isSaidByRows({ item, state, findings }: ItemView): boolean {
  const parts = parseItem(item);
  const isWhole = parts.kind === "register" && parts.key === undefined;
  return isWhole && findings.length === 0 && (state === "invalid" || state === "warned");
}

export function progressOf(grid: GridView, assigned: ReadonlyMap<string, AssignedItem>): PeriodProgress {
  const asked = grid.items.flatMap((view) => {
    const item = assigned.get(view.item);
    return item === undefined ? [] : [{ view, asked: item }];
  });
  const due = asked.filter(({ view }) => view.due || isFilled(view.state)).map(({ view }) => view);
  const attention = attentionStates.flatMap((state) =>
    grid.items.filter((view) => view.state === state && !isSaidByRows(view)),
  );
  return {
    grid,
    asked,
    expected: due.length,
    filled: due.filter(({ state }) => isFilled(state)).length,
    counts: countStates(due),
    attention,
  };
}

/** The open period of the own unit, in the plan's order. */
export function usePeriodProgress(): Query<PeriodProgress> {
  const { workspace, plan, period } = useSession();
  const grid = useEngine("entry.grid", { period });
  return useMemo(() => {
    if (grid.status !== "ready") return grid;
    const assigned = assignmentsByItem(plan, workspace.unit.key, period);
    // Registers are kept by counties and zones; the office may hold rows and is asked for none.
    if (workspace.role === "office")
      for (const [item, { kind }] of assigned) if (kind === "register") assigned.delete(item);
    return { status: "ready", value: progressOf(grid.value, assigned) };
  }, [grid, plan, workspace.role, workspace.unit.key, period]);
}
