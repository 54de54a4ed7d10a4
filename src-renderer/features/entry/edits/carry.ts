import type { TaskDraft } from "#shared/checks/draft.ts";
import type { Change } from "../../../app/grid-cache.ts";
import { indicatorOf, standing, taskOf, withMembers } from "../../../app/drafts.ts";
import type { IndicatorRow, ItemRow, TaskRow } from "../grid/rows.ts";

/**
 * 带入上期: what persists from one period to the next, into what is still blank: a task's status and words, an
 * indicator's 不涉及. Never a figure, and nothing that is there already is written over.
 */
export function carriedChanges(rows: readonly ItemRow[]): readonly Change[] {
  const firsts = new Map(rows.map((row) => [row.view.item, row]));
  return [...firsts.values()].flatMap((row) => {
    if (row.kind === "task") return carriedTask(row);
    return row.kind === "indicator" ? carriedAnswer(row) : [];
  });
}

const lastBody = ({ view }: ItemRow) => view.previous.find(({ body }) => body !== null)?.body ?? null;

function carriedTask(row: TaskRow): readonly Change[] {
  const last = lastBody(row);
  if (last === null || !("status" in last)) return [];
  const draft = taskOf(row.view);
  const before = taskOf({ draft: null, body: last });
  const members = ["status", "progress", "problems", "next"] as const;
  const blank = members.filter((member) => (draft[member] ?? "") === "" && (before[member] ?? "") !== "");
  const wanted = draft.noProgress === true ? blank.filter((member) => member !== "progress") : blank;
  if (wanted.length === 0) return [];
  const change: Partial<TaskDraft> = Object.fromEntries(wanted.map((member) => [member, before[member]]));
  return [{ item: row.view.item, draft: withMembers(row.view, draft, change) }];
}

function carriedAnswer({ view }: IndicatorRow): readonly Change[] {
  const last = view.previous.find(({ body }) => body !== null)?.body ?? null;
  if (standing(view) !== null || last === null || !("notApplicable" in last)) return [];
  return [{ item: view.item, draft: { ...indicatorOf(view), notApplicable: last.notApplicable } }];
}
