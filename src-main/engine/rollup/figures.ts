import { appError } from "#shared/errors.ts";
import { taskProgressSchema, type TaskProgress } from "#shared/ledger/record.ts";
import { subjectStatusSchema } from "#shared/ledger/subject-state.ts";
import { chinaDay } from "#shared/plan/china-day.ts";
import { itemSchema, periodSchema, unitKeySchema, type Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import { fail, ok } from "#shared/result.ts";
import { doubleKeys, type DoubleKey, type RowWord } from "#shared/rollup/double-keys.ts";
import { seriesAt, type Series } from "#shared/rollup/series.ts";
import { taskRows, type TaskBoard, type TaskFacts } from "#shared/rollup/task-board.ts";
import { rollupSubjects, taskSubjects } from "../../store/subjects.ts";
import { recordById } from "../../store/records.ts";
import type { SubjectTable } from "../../store/tables.ts";
import { rowFits } from "../period/body-kinds.ts";
import { factsSource } from "./facts-source.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { rollUpPeriod } from "./rollup.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** What stands beside the city figures of a period: along time, by task, and the keys that several units name. */

export function figureSeries(session: Session, period: Period, includePending: boolean): Answer<Series> {
  const { plan, db } = session;
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  return ok(seriesAt(plan, period, factsSource(db, plan, period), includePending));
}

export function taskBoard(session: Session, period: Period): Answer<TaskBoard> {
  const { plan, db } = session;
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const problems = latestProblems(rollupSubjects(db, period), period);
  return ok({
    period,
    rows: taskRows(plan, period, taskSubjects(db, period).flatMap(taskFacts), chinaDay(now(session))),
    problems: {
      known: problems.length,
      struckOff: problems.filter(({ outcome }) => outcome === "closed").length,
    },
  });
}

function taskFacts(row: SubjectTable): TaskFacts[] {
  const parts = parseItem(itemSchema.parse(row.item));
  if (parts.kind !== "task") return [];
  return [
    {
      unit: unitKeySchema.parse(row.unit),
      no: parts.no,
      period: periodSchema.parse(row.period),
      state: subjectStatusSchema.parse(row.status),
      body: progressIn(row.current_body),
      accepted: progressIn(row.accepted_body),
      closed: row.outcome === "closed" && row.status === "accepted",
    },
  ];
}

const progressIn = (text: string | null): TaskProgress | undefined =>
  text === null ? undefined : taskProgressSchema.parse(JSON.parse(text));

/** Each problem's latest word up to the period; one entered in error is none. */
export function latestProblems(rows: readonly SubjectTable[], period: Period): SubjectTable[] {
  const own = rows.filter(({ item, period: at }) => item.startsWith("register:problems/") && at <= period);
  const latest = new Map(own.map((row) => [`${row.unit} ${row.item}`, row]));
  return [...latest.values()].filter((row) => rowFits(row.current_body)?.state !== "withdrawn");
}

/** 待核 and what became of it. */
export function doubleKeyList(session: Session, period: Period): Answer<DoubleKey[]> {
  const rolled = rollUpPeriod(session, period, false);
  if (!rolled.ok) return rolled;
  const { plan, db } = session;
  const words = rollupSubjects(db, period).flatMap((row) => wordOf(session, row));
  return ok(doubleKeys(plan, period, rolled.value, words));
}

function wordOf({ db }: Session, row: SubjectTable): RowWord[] {
  const parts = parseItem(itemSchema.parse(row.item));
  if (parts.kind !== "register" || parts.key === undefined) return [];
  const decision = row.verified === 1 && row.decision !== null ? recordById(db, row.decision) : undefined;
  const record = decision?.record;
  return [
    {
      unit: unitKeySchema.parse(row.unit),
      period: periodSchema.parse(row.period),
      register: parts.register,
      key: parts.key,
      accepted: rowFits(row.accepted_body),
      pending: row.current === row.accepted ? undefined : rowFits(row.current_body),
      verified:
        record?.type === "decision"
          ? { by: record.author.name, at: record.at, comment: record.body.comment ?? "" }
          : null,
    },
  ];
}
