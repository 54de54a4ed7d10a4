import { parseItem } from "../plan/item.ts";
import type { Item } from "../plan/ids.ts";
import {
  confirmationDraftSchema,
  contactDraftSchema,
  indicatorDraftSchema,
  rowDraftSchema,
  taskDraftSchema,
  type Draft,
} from "./draft.ts";
import { isBlank } from "./typed.ts";

/** Whether the draft's shape is the one that belongs to the item. */
export function draftFits(item: Item, draft: unknown): boolean {
  const parts = parseItem(item);
  switch (parts.kind) {
    case "task":
      return taskDraftSchema.safeParse(draft).success;
    case "contact":
      return contactDraftSchema.safeParse(draft).success;
    case "indicator":
      return indicatorDraftSchema.safeParse(draft).success;
    case "register":
      return (parts.key === undefined ? confirmationDraftSchema : rowDraftSchema).safeParse(draft).success;
    case "period":
      return false;
  }
}

/** Members that go with an answer and are none by themselves. */
const BESIDE = new Set(["note", "correction"]);

/** Something is said that can be reported, right or wrong: a note alone is no answer. */
export function hasAnswer(draft: Draft): boolean {
  return Object.entries(draft).some(([member, value]) => !BESIDE.has(member) && says(member, value));
}

/** Nothing has been typed: “not yet reported”, which is no finding. */
export const isEmptyDraft = (draft: Draft): boolean =>
  !Object.entries(draft).some(([member, value]) => says(member, value));

function says(member: string, value: unknown): boolean {
  // 不涉及 and 暂无数据 are chosen before their reason or source is written.
  if (member === "notApplicable" || member === "noData") return value !== undefined;
  if (member === "noProgress") return value === true;
  if (member === "state") return value === "ended" || value === "withdrawn";
  return holdsSomething(value);
}

function holdsSomething(value: unknown): boolean {
  if (typeof value === "string") return !isBlank(value);
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.values(value).some(holdsSomething);
  return value !== undefined && value !== null;
}
