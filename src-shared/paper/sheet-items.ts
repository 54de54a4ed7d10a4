import { contactDraftSchema, indicatorDraftSchema, taskDraftSchema } from "../checks/draft.ts";
import type { ContactDraft, IndicatorDraft, TaskDraft } from "../checks/draft.ts";
import type { Item } from "../plan/ids.ts";
import { contactItem, taskItem } from "../plan/item.ts";

/** One item as the engine shows it; an `ItemView` is one. `draft` and `body` have the shape of the item's kind. */
export interface SheetItem {
  readonly item: Item;
  readonly due: boolean;
  readonly draft: unknown;
  readonly body: unknown;
}

/** What an item says on this sheet: the sealed body on a sealed one, else the draft before the body. */
export interface SheetItems {
  readonly task: (no: number) => TaskDraft | null;
  readonly contact: (no: number) => ContactDraft;
  readonly indicator: (item: Item) => IndicatorDraft | null;
  /** Undefined for an item that the unit is not asked. */
  readonly isDue: (item: Item) => boolean | undefined;
}

/** `contacts` by task number go before `contact:` items. Throws on a draft of another kind than its item. */
export function sheetItems(
  items: readonly SheetItem[],
  contacts: ReadonlyMap<number, ContactDraft>,
  sealed: boolean,
): SheetItems {
  const byItem = new Map(items.map((each) => [each.item, each]));
  const answer = (item: Item): unknown => {
    const found = byItem.get(item);
    if (found === undefined) return null;
    return sealed ? found.body : (found.draft ?? found.body);
  };
  return {
    task: (no) => taskDraftSchema.nullable().parse(answer(taskItem(no))),
    contact: (no) =>
      contacts.get(no) ?? contactDraftSchema.nullable().parse(answer(contactItem(no))) ?? {},
    indicator: (item) => indicatorDraftSchema.nullable().parse(answer(item)),
    isDue: (item) => byItem.get(item)?.due,
  };
}
