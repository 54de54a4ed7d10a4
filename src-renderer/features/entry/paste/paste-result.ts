import { isHard, needsExplanation, type Finding } from "#shared/checks/finding.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { PasteLine } from "#shared/paste/paste-plan.ts";
import type { ItemRow } from "../grid/rows.ts";

export type PasteOutcome = "write" | "explain" | "bad" | "locked" | "skip";
export const pasteOutcomes = ["write", "explain", "bad", "locked", "skip"] as const satisfies PasteOutcome[];

export type PasteResult = {
  readonly line: PasteLine;
  readonly row: ItemRow | undefined;
  readonly outcome: PasteOutcome;
  readonly finding?: Finding;
};

/** What becomes of each line, given how the items would stand with all of it written. */
export function pasteResults(
  lines: readonly PasteLine[],
  rows: ReadonlyMap<string, ItemRow>,
  tried: ReadonlyMap<string, ItemView>,
): readonly PasteResult[] {
  return lines.map((line): PasteResult => {
    const row = line.target === null ? undefined : rows.get(line.target.row);
    if (line.skip !== null) return { line, row, outcome: line.skip === "locked" ? "locked" : "skip" };
    const findings = row === undefined ? [] : findingsAt(row, tried.get(row.view.item));
    const [hard] = findings.filter(isHard);
    if (hard !== undefined) return { line, row, outcome: "bad", finding: hard };
    const [soft] = findings.filter(needsExplanation);
    return soft === undefined
      ? { line, row, outcome: "write" }
      : { line, row, outcome: "explain", finding: soft };
  });
}

/** Those that speak of this line's own figure, or of the item as a whole. */
function findingsAt(row: ItemRow, view: ItemView | undefined): readonly Finding[] {
  const findings = view?.findings ?? [];
  if (row.kind !== "indicator" || row.input === undefined) return findings;
  const { id } = row.input;
  return findings.filter(({ input }) => input === undefined || input === id);
}
