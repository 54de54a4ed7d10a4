import { itemSchema, type Item } from "./ids.ts";
import type { Plan } from "./schema.ts";
import { assertNever } from "../result.ts";
import { periodItemTitle, type Language } from "./language.ts";

/** What a record is about, beside its unit and period. */
export type ItemParts =
  | { readonly kind: "task"; readonly no: number }
  | { readonly kind: "contact"; readonly no: number }
  | { readonly kind: "indicator"; readonly id: string; readonly chain?: string }
  | { readonly kind: "register"; readonly register: string; readonly key?: string }
  | { readonly kind: "period" };

export const taskItem = (no: number): Item => itemSchema.parse(`task:${no}`);
export const contactItem = (no: number): Item => itemSchema.parse(`contact:${no}`);
export const indicatorItem = (id: string, chain?: string): Item =>
  itemSchema.parse(chain === undefined ? `indicator:${id}` : `indicator:${id}/${chain}`);
/** Without a key: the unit's confirmation of the register. Throws on an empty key or one with `/`. */
export const registerItem = (register: string, key?: string): Item =>
  itemSchema.parse(key === undefined ? `register:${register}` : `register:${register}/${key}`);
export const periodItem: Item = itemSchema.parse("period");

export function parseItem(item: Item): ItemParts {
  const colon = item.indexOf(":");
  if (colon < 0) return { kind: "period" };
  const rest = item.slice(colon + 1);
  const slash = rest.indexOf("/");
  const head = slash < 0 ? rest : rest.slice(0, slash);
  const tail = slash < 0 ? undefined : rest.slice(slash + 1);
  switch (item.slice(0, colon)) {
    case "task":
      return { kind: "task", no: Number(head) };
    case "contact":
      return { kind: "contact", no: Number(head) };
    case "indicator":
      return tail === undefined
        ? { kind: "indicator", id: head }
        : { kind: "indicator", id: head, chain: tail };
    case "register":
      return tail === undefined
        ? { kind: "register", register: head }
        : { kind: "register", register: head, key: tail };
    default:
      throw new Error(`not an item: ${item}`);
  }
}

/** A title for people. Titles are the plan's own words in both languages; what the plan no longer has shows its id. */
export function itemTitle(plan: Plan, item: Item, language: Language): string {
  const parts = parseItem(item);
  switch (parts.kind) {
    case "task":
    case "contact":
      return plan.tasks.find((task) => task.no === parts.no)?.title ?? item;
    case "indicator": {
      const name = plan.indicators.find((indicator) => indicator.id === parts.id)?.name ?? parts.id;
      if (parts.chain === undefined) return name;
      return `${name} · ${plan.chains.find((chain) => chain.id === parts.chain)?.name ?? parts.chain}`;
    }
    case "register": {
      const name = plan.registers.find((register) => register.id === parts.register)?.name ?? parts.register;
      return parts.key === undefined ? name : `${name} · ${parts.key}`;
    }
    case "period":
      return periodItemTitle[language];
    default:
      return assertNever(parts);
  }
}
