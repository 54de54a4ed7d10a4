import { contactDraftSchema, indicatorDraftSchema, taskDraftSchema } from "../checks/draft.ts";
import type { ContactDraft, IndicatorDraft, TaskDraft } from "../checks/draft.ts";
import { hasAnswer } from "../checks/item-state.ts";
import type { Item } from "../plan/ids.ts";
import { contactItem, taskItem } from "../plan/item.ts";

/** One item as the engine shows it; an `ItemView` is one. `draft` and `body` have the shape of the item's kind. */
export interface SheetItem {
  readonly item: Item;
  readonly due: boolean;
  readonly draft: unknown;
  readonly body: unknown;
  /** `na`: an earlier 不涉及 stands where nothing new is said. */
  readonly state?: string;
  /** Earlier answers, newest first. */
  readonly previous?: readonly { readonly body: unknown }[];
  /** Of the same period a year before. */
  readonly lastYear?: { readonly body: unknown } | null;
}

/** What an item says on this sheet: the sealed body on a sealed one, else the draft before the body. */
export interface SheetItems {
  readonly task: (no: number) => TaskDraft | null;
  readonly contact: (no: number) => ContactDraft;
  readonly indicator: (item: Item) => IndicatorDraft | null;
  readonly lastYear: (item: Item) => IndicatorDraft | null;
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
  const candidates = ({ draft, body }: SheetItem): unknown[] => (sealed ? [body] : [draft, body]);

  const task = (found: SheetItem): TaskDraft | null => {
    const said = candidates(found).map((value) => taskDraftSchema.nullable().parse(value));
    const answer = said.find((draft) => draft !== null && hasAnswer(draft));
    if (answer !== undefined || found.state !== "na") return answer ?? null;
    const earlier = found.previous?.map(({ body }) => taskDraftSchema.nullable().parse(body));
    return { status: "not-applicable", reason: earlier?.find((draft) => draft?.reason)?.reason ?? "" };
  };
  const indicator = (found: SheetItem): IndicatorDraft | null => {
    const said = candidates(found).map((value) => indicatorDraftSchema.nullable().parse(value));
    const answer = said.find((draft) => draft !== null && hasAnswer(draft));
    if (answer !== undefined || found.state !== "na") return answer ?? null;
    const earlier = found.previous?.map(({ body }) => indicatorDraftSchema.nullable().parse(body));
    return { notApplicable: earlier?.find((draft) => draft?.notApplicable)?.notApplicable ?? "" };
  };
  const contact = (found: SheetItem): ContactDraft | undefined =>
    candidates(found)
      .map((value) => contactDraftSchema.nullable().parse(value))
      .find((draft) => draft !== null) ?? undefined;

  const look = <T>(item: Item, read: (found: SheetItem) => T): T | null => {
    const found = byItem.get(item);
    return found === undefined ? null : read(found);
  };
  return {
    task: (no) => look(taskItem(no), task),
    contact: (no) => contacts.get(no) ?? look(contactItem(no), contact) ?? {},
    indicator: (item) => look(item, indicator),
    lastYear: (item) =>
      look(item, ({ lastYear }) => indicatorDraftSchema.nullable().parse(lastYear?.body ?? null)),
    isDue: (item) => byItem.get(item)?.due,
  };
}
