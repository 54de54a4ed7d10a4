import { useEffect, useMemo, useState } from "react";
import type { Block } from "#shared/clipboard/block.ts";
import { isHard, needsExplanation, type Finding } from "#shared/checks/finding.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { MoneyUnit } from "#shared/paste/money-unit.ts";
import {
  planRegisterPaste,
  type KnownRow,
  type PastedRow,
  type RowOutcome,
} from "#shared/paste/register-paste.ts";
import type { Period } from "#shared/plan/ids.ts";
import { registerItem } from "#shared/plan/item.ts";
import type { Register } from "#shared/plan/schema.ts";
import { callEngine, type CallError } from "../../../app/bridge.ts";
import type { Change } from "../../../app/grid-cache.ts";
import { useSession } from "../../../app/session.tsx";

export type RowResult = {
  readonly row: PastedRow;
  readonly outcome: RowOutcome;
  /** What the program itself found in the row as it would be. */
  readonly finding: Finding | undefined;
  /** The period in which a row that would be new had ended. */
  readonly ended: Period | null;
};

/** What the pasted table would do, tried by the program itself; tried again when another unit is chosen. */
export function useRowPaste(register: Register, block: Block, known: readonly KnownRow[]) {
  const { plan, period } = useSession();
  const [unit, setUnit] = useState<MoneyUnit | null>(null);
  const paste = useMemo(
    () => planRegisterPaste(plan, register, block, known, unit),
    [plan, register, block, known, unit],
  );
  const changes = useMemo(() => changesOf(register, paste.rows), [register, paste]);
  const [tried, setTried] = useState<ReadonlyMap<string, ItemView> | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (views: readonly ItemView[]): void => {
      if (isCurrent) setTried(new Map(views.map((view) => [view.item, view])));
    };
    if (changes.length === 0) show([]);
    else {
      void callEngine("entry.try", { period, changes: [...changes] }).then((reply) => {
        if (reply.ok) show(reply.value);
        else if (isCurrent) setError(reply.error);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [changes, period]);
  const results = useMemo(
    () => (tried === null ? null : paste.rows.map((row) => resultOf(register, row, tried))),
    [register, paste, tried],
  );
  return { paste, results, error, setUnit };
}

function resultOf(register: Register, row: PastedRow, tried: ReadonlyMap<string, ItemView>): RowResult {
  const view = row.draft === null ? undefined : tried.get(registerItem(register.id, row.key));
  const hard = view?.findings.find(isHard);
  const outcome = hard === undefined ? row.outcome : "bad";
  return { row, outcome, finding: hard ?? view?.findings.find(needsExplanation), ended: endedIn(view) };
}

/** Rows that ended in an earlier period are not among the register's lines; only their past tells. */
function endedIn(view: ItemView | undefined): Period | null {
  const last = view?.previous.find(({ body }) => body !== null);
  return last?.body !== null &&
    last?.body !== undefined &&
    "state" in last.body &&
    last.body.state === "ended"
    ? last.period
    : null;
}

/** The rows as one change of the register. */
export const changesOf = (register: Register, rows: readonly PastedRow[]): readonly Change[] =>
  rows.flatMap(({ key, draft }): Change[] =>
    draft === null ? [] : [{ item: registerItem(register.id, key), draft }],
  );
