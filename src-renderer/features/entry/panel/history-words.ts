import type { Draft } from "#shared/checks/draft.ts";
import type { ItemHistory } from "#shared/ipc/draft-views.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Key, PlainKey, Translate } from "#shared/i18n/words.ts";
import { cellText } from "../grid/cells.ts";
import type { IndicatorRow } from "../grid/rows.ts";

type Line = ItemHistory[number];
type Answer = Draft | RevisionBody | null;

/** What an answer says in one line. */
export function answerWords(t: Translate, row: IndicatorRow | undefined, answer: Answer): string {
  if (answer === null) return "";
  if (row !== undefined) return cellText(t, row, answer);
  const { progress = "", noProgress = false, status = "" } = { ...taskMembers(answer) };
  if (progress !== "") return progress;
  if (noProgress) return t("entry:noProgress");
  return status === "" ? "" : t(`answers:status.${status}`);
}

const taskMembers = (answer: Draft | RevisionBody) =>
  "progress" in answer || "noProgress" in answer || "status" in answer ? answer : {};

/** What a step changed of the line that is looked at; null where it was something beside it that goes unsaid. */
export function changeWords(
  t: Translate,
  row: IndicatorRow | undefined,
  { from, to }: { readonly from: Draft | null; readonly to: Draft | null },
): string {
  const [was, is] = [answerWords(t, row, from), answerWords(t, row, to)];
  if (row !== undefined && was !== is) {
    const blank = t("history:blank");
    return t("history:fromTo", { from: was || blank, to: is || blank });
  }
  if (to === null) return t("history:cleared");
  const [member] = membersChanged(from, to);
  if (member === undefined) return "";
  const name = memberNames[member];
  if (name === undefined) return "";
  const value: unknown = Object.entries(to).find(([key]) => key === member)?.[1];
  if (member === "status") return t("history:member", { member: t(name), text: is });
  return typeof value === "string" && value !== ""
    ? t("history:member", { member: t(name), text: value })
    : t("history:changed", { member: t(name) });
}

function membersChanged(from: Draft | null, to: Draft): string[] {
  const was = new Map<string, unknown>(Object.entries(from ?? {}));
  return Object.entries(to)
    .filter(([member, value]) => JSON.stringify(value) !== JSON.stringify(was.get(member)))
    .map(([member]) => member);
}

const memberNames: Readonly<Record<string, PlainKey>> = {
  status: "answers:task.status",
  progress: "answers:task.progress",
  problems: "answers:task.problems",
  next: "answers:task.next",
  reason: "answers:task.reason",
  noProgress: "answers:task.noProgress",
  extension: "answers:task.extension",
  note: "answers:answer.note",
  notApplicable: "answers:answer.notApplicable",
  noData: "answers:answer.noData",
  correction: "answers:answer.correction",
};

type DraftLine = Extract<Line, { kind: "draft" }>;

/** How a step came about, where it was not plain typing; null else. */
export function actKey(act: DraftLine["act"]): (Key & PlainKey) | null {
  switch (act) {
    case "typed":
      return null;
    case "sealed":
      return "history:sealed";
    default:
      return `history:act_${act}`;
  }
}

type DecisionLine = Extract<Line, { kind: "decision" }>;

export function outcomeKey(outcome: DecisionLine["outcome"]): Key & PlainKey {
  switch (outcome) {
    case "accepted":
    case "returned":
    case "closed":
    case "verified":
      return `history:outcome_${outcome}`;
    default:
      return "history:outcome_other";
  }
}
