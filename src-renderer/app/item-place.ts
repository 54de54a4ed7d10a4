import type { ItemView } from "#shared/ipc/views.ts";
import { parseItem } from "#shared/plan/item.ts";

/** Where an item is worked on: its cell, its register, or the choice between two versions. */
export function itemPlace({ item, state }: Pick<ItemView, "item" | "state">): {
  readonly page: string;
  readonly params: Readonly<Record<string, string>>;
} {
  const parts = parseItem(item);
  if (state === "conflict") return { page: "conflict", params: { item } };
  if (parts.kind === "register") return { page: "registers", params: { register: parts.register, item } };
  return { page: "entry", params: { item } };
}
