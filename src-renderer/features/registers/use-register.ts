import { useCallback, useState } from "react";
import type { RowDraft } from "#shared/checks/draft.ts";
import type { GridView, ItemView } from "#shared/ipc/views.ts";
import type { Item } from "#shared/plan/ids.ts";
import { parseItem, registerItem } from "#shared/plan/item.ts";
import type { Register } from "#shared/plan/schema.ts";
import type { Change } from "../../app/grid-cache.ts";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useSaving } from "../../app/use-saving.ts";
import { restoredRow } from "./rows.ts";

/** Saves of one register, each a step that can be undone: a row, many pasted, its confirmation, a draft taken away. */
export function useRegister(register: Register, grid: GridView) {
  const { period } = useSession();
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  const isHere = useCallback(
    (item: Item): boolean => {
      const parts = parseItem(item);
      return parts.kind === "register" && parts.register === register.id;
    },
    [register.id],
  );
  const saving = useSaving(period, grid, isHere);
  const itemOf = (key: string): Item => registerItem(register.id, key);
  return {
    saving,
    begun,
    begin: (key: string) => setBegun(new Set([...begun, key])),
    /** Whether a row is as the period has settled it: changed only by a 更正. */
    isSettled: ({ locked }: ItemView, key: string): boolean => grid.locked || (locked && !begun.has(key)),
    /** False where it could not be saved. */
    saveRow: (key: string, row: RowDraft): Promise<boolean> => {
      saving.save([{ item: itemOf(key), draft: row }]);
      return saving.settled();
    },
    /** A row entered under a wrong key goes on under another, as one step. */
    rekeyRow: async (from: string, to: string, row: RowDraft): Promise<boolean> => {
      saving.save([
        { item: itemOf(from), draft: null },
        { item: itemOf(to), draft: row },
      ]);
      const isSaved = await saving.settled();
      invalidate("entry.grid");
      return isSaved;
    },
    restoreRow: (key: string, view: ItemView) =>
      saving.save([{ item: itemOf(key), draft: restoredRow(view) }]),
    dropRow: async (key: string): Promise<void> => {
      saving.save([{ item: itemOf(key), draft: null }]);
      await saving.settled();
      invalidate("entry.grid");
    },
    writePasted: (changes: readonly Change[]) => saving.save(changes, "pasted"),
    confirm: (confirm: "unchanged" | "nil" | null) =>
      saving.save([{ item: registerItem(register.id), draft: confirm === null ? null : { confirm } }]),
  };
}

export type RegisterActions = ReturnType<typeof useRegister>;
