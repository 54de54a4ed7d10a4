import { taskProgressSchema } from "#shared/ledger/record.ts";
import { problemSheetModel, saysNoProblem, type KnownProblem } from "#shared/paper/problem-sheet.ts";
import { paperDay } from "#shared/paper/sheet-time.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { yearOf } from "#shared/plan/calendar.ts";
import { itemSchema, unitKeySchema, type Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { ok } from "#shared/result.ts";
import { recordById } from "../../store/records.ts";
import { rollupSubjects, taskSubjects } from "../../store/subjects.ts";
import type { SubjectTable } from "../../store/tables.ts";
import { rowFits } from "../period/body-kinds.ts";
import { latestProblems } from "../rollup/figures.ts";
import { officeCommon } from "./office-paper.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** 问题清单 of a period: open problems and those struck off in its year, and what the period's progress complains of. */
export function problemSheet(session: Session, period: Period): Answer<SheetModel> {
  const { db, plan } = session;
  const place = new Map<string, number>(plan.units.map(({ key }, index) => [key, index]));
  const inOrder = (a: SubjectTable, b: SubjectTable): number =>
    (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0) || numberOf(a) - numberOf(b);
  const year = String(yearOf(period));
  return ok(
    problemSheetModel({
      ...officeCommon(session),
      period,
      registered: latestProblems(rollupSubjects(db, period), period)
        .toSorted(inOrder)
        .flatMap((row) => registered(session, row, period))
        .filter(({ struckOff }) => struckOff === null || paperDay(struckOff.at) >= `${year}-01-01`),
      reported: taskSubjects(db, period)
        .filter((row) => row.period === period)
        .toSorted(inOrder)
        .flatMap((row) => reported(session, row)),
      officer: session.officer,
    }),
  );
}

const numberOf = ({ item }: SubjectTable): number => {
  const parts = parseItem(itemSchema.parse(item));
  return parts.kind === "task" ? parts.no : 0;
};

/** What is accepted; before any judgement, what came. The office's own counts at once. */
function chosen({ plan }: Session, row: SubjectTable) {
  const isOwn = row.unit === plan.officeUnit;
  if (row.accepted_body !== null && !isOwn) return { text: row.accepted_body, isPending: false };
  return isOwn || row.status === "sealed" || row.status === "resubmitted"
    ? { text: row.current_body, isPending: !isOwn }
    : null;
}

function registered(session: Session, row: SubjectTable, period: Period): KnownProblem[] {
  const said = chosen(session, row);
  const body = said === null ? undefined : rowFits(said.text);
  if (said === null || body === undefined || body.state === "withdrawn") return [];
  if (body.state === "ended" && row.period !== period) return [];
  const { problem = "", task = "", coordination = "", raised_on: raisedOn = "", deadline = "" } = body.fields;
  return [
    {
      unit: unitKeySchema.parse(row.unit),
      text: problem,
      task,
      coordination,
      raisedOn,
      wishedBy: deadline,
      isPending: said.isPending,
      ended: body.state === "ended" ? (body.reason ?? "") : null,
      struckOff: row.outcome === "closed" ? decisionOf(session, row) : null,
    },
  ];
}

function decisionOf({ db }: Session, { decision }: SubjectTable): KnownProblem["struckOff"] {
  const record = decision === null ? undefined : recordById(db, decision)?.record;
  return record?.type === "decision" ? { result: record.body.comment ?? "", at: record.at } : null;
}

function reported(session: Session, row: SubjectTable): KnownProblem[] {
  const said = chosen(session, row);
  if (said?.text == null) return [];
  const { problems = "" } = taskProgressSchema.parse(JSON.parse(said.text));
  if (saysNoProblem(problems)) return [];
  return [
    {
      unit: unitKeySchema.parse(row.unit),
      text: problems,
      task: String(numberOf(row)),
      coordination: "",
      raisedOn: "",
      wishedBy: "",
      isPending: said.isPending,
      ended: null,
      struckOff: null,
    },
  ];
}
