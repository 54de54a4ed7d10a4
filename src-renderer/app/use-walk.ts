import { useCallback } from "react";
import { itemTitle } from "#shared/plan/item.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { callEngine } from "./bridge.ts";
import { takeSaved } from "./grid-cache.ts";
import { planLanguage, useLanguage, useT } from "./language.tsx";
import { invalidate } from "./queries.ts";
import { useSession } from "./session.tsx";
import { useTell } from "./toasts.tsx";

type Walk = (direction: "undo" | "redo", hasUnsaved: boolean) => Promise<Item | null>;

/** Has a step undone or redone; says why one stays, and where one was that this page does not show. */
export function useWalk(period: Period, isHere: (item: Item) => boolean): Walk {
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
      // A row that is there no longer is not among what was saved.
      if (saved !== null && items.some((item) => saved.items.every((view) => view.item !== item)))
        invalidate("entry.grid");
      if (barred !== null) {
        tell.note(t(`history:barred_${barred.why}`, { item: itemTitle(plan, barred.item, language) }));
        return barred.item;
      }
      const [first] = items;
      if (first === undefined) return null;
      if (!items.some(isHere)) tell.note(t("history:elsewhere", { item: itemTitle(plan, first, language) }));
      return first;
    },
    [period, plan, language, t, tell, isHere],
  );
}
