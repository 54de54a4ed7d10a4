import type { RevisionEntry } from "../ledger/entry.ts";
import type { Heads } from "../ledger/heads.ts";
import { parseItem } from "../plan/item.ts";
import type { Item } from "../plan/ids.ts";

/** 暂用: which side 含待审 counts while the versions of a subject differ. A note of one PC, no record. */
export interface ProvisionalChoice {
  readonly revision: string;
  /** Ids of the revisions that it was chosen among. */
  readonly heads: readonly string[];
}

export interface ChosenSide {
  readonly entry: RevisionEntry;
  /** Its number among the sides, from 1, as the window counts them: 版本一. */
  readonly no: number;
}

/** The chosen side while the versions that differ are exactly those it was chosen among; null once it has lapsed. */
export function chosenSide(
  { heads, conflict }: Pick<Heads<RevisionEntry>, "heads" | "conflict">,
  choice: ProvisionalChoice | undefined,
): ChosenSide | null {
  if (!conflict || choice === undefined) return null;
  const among = new Set(choice.heads);
  if (among.size !== heads.length || !heads.every(({ id }) => among.has(id))) return null;
  const at = heads.findIndex(({ id }) => id === choice.revision);
  const entry = heads[at];
  return entry === undefined ? null : { entry, no: at + 1 };
}

/** City figures are made of indicators and registers; nothing else has a side to count. */
export function entersFigures(item: Item): boolean {
  const { kind } = parseItem(item);
  return kind === "indicator" || kind === "register";
}
