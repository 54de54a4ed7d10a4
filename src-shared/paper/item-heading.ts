import type { Item } from "../plan/ids.ts";
import { itemTitle, parseItem } from "../plan/item.ts";
import type { Plan } from "../plan/schema.ts";

/** `任务13 链主企业选育行动`, `T03-1 节能环保（循环经济）产业链营业收入`. */
export function itemHeading(plan: Plan, item: Item): string {
  const parts = parseItem(item);
  const title = itemTitle(plan, item, "zh");
  if (parts.kind === "task" || parts.kind === "contact") return `任务${parts.no}　${title}`;
  return parts.kind === "indicator" ? `${parts.id}　${title}` : title;
}
