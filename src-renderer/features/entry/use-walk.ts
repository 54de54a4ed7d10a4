import { useCallback } from "react";
import { itemTitle, parseItem } from "#shared/plan/item.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { callEngine } from "../../app/bridge.ts";
import { takeSaved } from "../../app/grid-cache.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";

type Walk = (direction: "undo" | "redo", hasUnsaved: boolean) => Promise<Item | null>;

/** Has a step undone or redone; says why one stays, and where one was that this table does not show. */
export function useWalk(period: Period): Walk {
  const t = useT();
  const tell = useTell();
  const { plan } = useSession();
  const language = planLanguage(useLanguage());
  return useCallback(
    async (direction, hasUnsaved) => {
      if (hasUnsaved) {
        tell.note(t("history:unsavedFirst"));
        return null;
      }
      const reply = await callEngine(direction === "undo" ? "entry.undo" : "entry.redo", { period });
      if (!reply.ok) {
        tell.failed(reply.error);
        return null;
      }
      const { saved, items, barred } = reply.value;
      if (saved !== null) takeSaved(period, saved);
      else invalidate("entry.steps");
      if (barred !== null) {
        tell.note(t(`history:barred_${barred.why}`, { item: itemTitle(plan, barred.item, language) }));
        return barred.item;
      }
      const [first] = items;
      if (first === undefined) return null;
      if (items.every(isElsewhere))
        tell.note(t("history:elsewhere", { item: itemTitle(plan, first, language) }));
      return first;
    },
    [period, plan, language, t, tell],
  );
}

/** Register rows and contacts have pages of their own. */
function isElsewhere(item: Item): boolean {
  const parts = parseItem(item);
  return parts.kind === "contact" || (parts.kind === "register" && parts.key !== undefined);
}
