import type { Finding } from "../checks/finding.ts";
import { isHard, needsExplanation } from "../checks/finding.ts";
import type { WorkbookPreview, WorkbookRow } from "../ipc/workbook-view.ts";
import type { Item } from "../plan/ids.ts";
import type { Proposal, ProposedCell, UnknownRow } from "./propose.ts";

/** What is known of the items that a workbook speaks of. */
export interface Standing {
  /** Submitted or accepted, and not reopened: a change is a 更正, begun on purpose and never by a workbook. */
  readonly settled: (item: Item) => boolean;
  readonly author: (item: Item) => string | null;
  /** Of the proposed drafts, as if they were saved. */
  readonly findings: ReadonlyMap<Item, readonly Finding[]>;
}

/** Each cell with its result, in the order of the file, and the drafts that can be saved. */
export function judgeProposal(
  { cells, unknown, drafts }: Proposal,
  standing: Standing,
): Pick<WorkbookPreview, "rows" | "changes"> {
  const rows = [...cells.map((cell) => rowOf(cell, cells, standing)), ...unknown.map(unknownRow)];
  const wrong = new Set(rows.filter(({ result }) => result === "wrong").map(({ item }) => item));
  const changes = [...drafts].flatMap(([item, draft]) =>
    standing.settled(item) ? [] : [{ item, draft, wrong: wrong.has(item) || hasHard(standing, item) }],
  );
  return { rows, changes };
}

const hasHard = ({ findings }: Standing, item: Item): boolean => (findings.get(item) ?? []).some(isHard);

function rowOf(cell: ProposedCell, cells: readonly ProposedCell[], standing: Standing): WorkbookRow {
  const { item, effect, ...shown } = cell;
  const row = {
    ...shown,
    item,
    beforeBy: cell.before === "" ? null : standing.author(item),
    why: null,
    findings: [],
  };
  if (effect === "same") return { ...row, result: "same" };
  if (standing.settled(item)) return { ...row, after: "", result: "locked", why: "settled" };
  if (effect === "unfit") return { ...row, result: "wrong", why: "unfit" };
  if (effect === "twice") return { ...row, result: "wrong", why: "twice" };
  const findings = (standing.findings.get(item) ?? []).filter(
    ({ input }) => input === undefined || input === cell.member || !isMember(input, item, cells),
  );
  const result = findings.some(isHard) ? "wrong" : findings.some(needsExplanation) ? "warned" : "fits";
  return { ...row, result, findings };
}

/** Whether a finding of this input belongs to another cell of the workbook, and is told there. */
const isMember = (input: string, item: Item, cells: readonly ProposedCell[]): boolean =>
  cells.some((cell) => cell.item === item && cell.member === input && cell.effect === "changed");

const unknownRow = ({ sheet, row, typed }: UnknownRow): WorkbookRow => ({
  sheet,
  row,
  item: null,
  label: "",
  member: "",
  typed,
  before: "",
  beforeBy: null,
  after: "",
  result: "unknown",
  why: "unknown-row",
  findings: [],
});
