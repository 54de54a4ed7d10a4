import type { ReviewItem } from "#shared/ipc/views.ts";
import { parseItem } from "#shared/plan/item.ts";
import { groupOf, type GroupName } from "#shared/review/judging.ts";

export type Tab = "pending" | "returned" | "all";
export const tabs = ["pending", "returned", "all"] as const;
export const isTab = (text: string | undefined): text is Tab => tabs.some((known) => known === text);

export type ItemGroup = { readonly name: GroupName; readonly items: readonly ReviewItem[] };

const shownIn: Readonly<Record<Tab, readonly GroupName[]>> = {
  pending: ["resubmitted", "sealed", "conflict"],
  returned: ["returned"],
  all: ["resubmitted", "sealed", "conflict", "returned", "accepted", "empty"],
};

/** Items of the tab by group, resubmitted ones first; items that nobody expected and nobody reported are left out. */
export function groupsFor(items: readonly ReviewItem[], tab: Tab): ItemGroup[] {
  return shownIn[tab]
    .map((name) => ({
      name,
      items: items.filter((item) => groupOf(item) === name && (item.due || item.heads.length > 0)),
    }))
    .filter((group) => group.items.length > 0);
}

/** A decision can be taken on any single value, also to change one's mind. */
export const isDecidable = (item: ReviewItem): boolean => item.heads.length === 1;

export type Outlook = "clean" | "explained" | "unexplained" | "invalid";

export function outlookOf({ findings }: ReviewItem): Outlook {
  if (findings.some(({ tier }) => tier === "hard")) return "invalid";
  const soft = findings.filter(({ tier }) => tier === "soft");
  if (soft.length === 0) return "clean";
  return soft.every(({ explained }) => explained) ? "explained" : "unexplained";
}

/** Whether the rail holds units and the list their items, or the rail items and the list their units. */
export type By = "unit" | "item";

/** What tells an entry of the list from the others. */
export const idIn = (by: By, { unit, item }: ReviewItem): string => (by === "unit" ? item : unit);

/** The entry after this one in the list, else the one before: where the list moves when this one is decided. */
export function neighbour(ids: readonly string[], current: string): string | null {
  const at = ids.indexOf(current);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** The next place of the rail with something to judge, after this one and around. */
export function nextWaiting<P extends { readonly toJudge: number }>(
  places: readonly P[],
  current: P,
): P | null {
  const at = places.indexOf(current);
  const order = [...places.slice(at + 1), ...places.slice(0, Math.max(at, 0))];
  return order.find(({ toJudge }) => toJudge > 0) ?? null;
}

/** A row of 问题清单: the office handles it through to 销号. */
export function isProblem({ item, heads }: ReviewItem): boolean {
  const parts = parseItem(item);
  return (
    heads.length === 1 &&
    parts.kind === "register" &&
    parts.register === "problems" &&
    parts.key !== undefined
  );
}
