import { choiceOf } from "./choices.ts";
import type { PasteTarget } from "./target.ts";

/** The line that a table's name means, given what the table says of it; null where none, or several. */
export type NameFinder = (name: string, value?: string) => PasteTarget | null;

/**
 * Finds a line by what a table calls it. Numbering, brackets' width, spaces and the words 其中 and 营业收入 do not
 * count. Where a task and an indicator share a name, a status means the task; a name of two figures means neither.
 */
export function nameFinder(targets: readonly PasteTarget[]): NameFinder {
  const named = targets.flatMap((target) =>
    [...new Set(target.names.map(plainName))].map((name) => ({ name, target })),
  );
  const byName = Map.groupBy(named, ({ name }) => name);
  return (name, value = "") => {
    const found = name.trim() === "" ? [] : (byName.get(plainName(name)) ?? []);
    if (found.length === 1) return found[0]?.target ?? null;
    const isStatus = choiceOf("status", value) !== null;
    const fitting = found.filter(({ target }) => (target.kind === "status") === isStatus);
    return fitting.length === 1 ? (fitting[0]?.target ?? null) : null;
  };
}

const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/^(\(?[一二三四五六七八九十\d]+[.、)]|[-—└├·•]+)+/, "")
    .replace(/^其中[:：]?/, "")
    .replace(/\((亿元|万元|千元|元|%|家)\)$/, "")
    .replace(/营业收入$/, "");
