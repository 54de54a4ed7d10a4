import { useState } from "react";
import type { Draft, RowDraft } from "#shared/checks/draft.ts";
import { registerItem } from "#shared/plan/item.ts";
import type { Item } from "#shared/plan/ids.ts";
import type { Register } from "#shared/plan/schema.ts";
import { saveChanges, showDrafts } from "../../app/grid-cache.ts";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";

/** Saves of one register: a row, its confirmation, or taking a draft away. */
export function useRegister(register: Register) {
  const tell = useTell();
  const { period } = useSession();
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  const save = async (item: Item, draft: Draft | null): Promise<boolean> => {
    showDrafts(period, [{ item, draft }]);
    const error = await saveChanges(period, [{ item, draft }]);
    if (error !== null) tell.failed(error);
    return error === null;
  };
  return {
    begun,
    begin: (key: string) => setBegun(new Set([...begun, key])),
    saveRow: (key: string, row: RowDraft) => save(registerItem(register.id, key), row),
    dropRow: async (key: string): Promise<void> => {
      await save(registerItem(register.id, key), null);
      invalidate("entry.grid");
    },
    confirm: (confirm: "unchanged" | "nil" | null) =>
      save(registerItem(register.id), confirm === null ? null : { confirm }),
  };
}

export type RegisterActions = ReturnType<typeof useRegister>;
