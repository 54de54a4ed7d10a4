import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { confirmationFits, indicatorFits, rowFits } from "../period/body-kinds.ts";
import { parseItem } from "#shared/plan/item.ts";
import { itemSchema, periodSchema, unitKeySchema, type Period, type UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { factsOf, type FactArrays } from "#shared/rollup/facts.ts";
import type { ChosenSide } from "#shared/rollup/provisional.ts";
import type { FactsSource } from "#shared/rollup/types.ts";
import { countedAtOnce, subjectStatusSchema } from "#shared/ledger/subject-state.ts";
import type { Database } from "../../store/database.ts";
import { decidedIndicators, readSubjectState, rollupSubjects } from "../../store/subjects.ts";
import type { SubjectTable } from "../../store/tables.ts";
import { provisionalSide } from "./provisional.ts";

const latest = new WeakMap<Database, { readonly key: string; readonly source: FactsSource }>();

/**
 * What the roll-up of a period reads, from the projection: indicators of every period up to it, and all registers.
 * The last one is kept until something is written: 汇总 asks for several views of one period.
 */
export function factsSource(
  db: Database,
  { officeUnit }: Pick<Plan, "officeUnit">,
  period: Period,
): FactsSource {
  const key = `${officeUnit} ${period} ${db.stamp()}`;
  const kept = latest.get(db);
  if (kept?.key === key) return kept.source;
  const source = newFactsSource(db, officeUnit, period);
  latest.set(db, { key, source });
  return source;
}

function newFactsSource(db: Database, officeUnit: UnitKey, period: Period): FactsSource {
  const arrays: { -readonly [K in keyof FactArrays]-?: NonNullable<FactArrays[K]>[number][] } = {
    items: [],
    rows: [],
    confirmations: [],
    published: [],
  };
  // Thousands of rows name few units, periods and states.
  const [unitOf, periodOf, stateOf] = [
    remembered((text) => unitKeySchema.parse(text)),
    remembered((text) => periodSchema.parse(text)),
    remembered((text) => subjectStatusSchema.parse(text)),
  ];
  for (const subject of rollupSubjects(db, period)) {
    const isOffice = subject.unit === officeUnit;
    const row = isOffice ? countingAtOnce(db, subject) : subject;
    // Without a value on top its versions differ. The office settles its own.
    const side = isOffice || subject.current !== null ? null : provisionalSide(db, subject);
    const item = itemSchema.parse(row.item);
    const parts = parseItem(item);
    const facts = {
      unit: unitOf(row.unit),
      period: periodOf(row.period),
      state: stateOf(row.status),
    };
    if (parts.kind === "indicator") {
      arrays.items.push(Object.assign(values(row, side, indicatorFits), facts, { item }));
    } else if (parts.kind === "register" && parts.key !== undefined) {
      const { register, key } = parts;
      arrays.rows.push(Object.assign(values(row, side, rowFits), facts, { register, key }));
    } else if (parts.kind === "register") {
      const { register } = parts;
      arrays.confirmations.push(Object.assign(values(row, side, confirmationFits), facts, { register }));
    }
  }
  arrays.published.push(...publishedFigures(db, { unit: officeUnit, period }));
  return factsOf(arrays);
}

/** 公布数 stands on the city's own item: the office's unit, the indicator, the period. */
function publishedFigures(db: Database, at: { readonly unit: UnitKey; readonly period: Period }) {
  return decidedIndicators(db, at).flatMap((text) => {
    const item = itemSchema.parse(text);
    const { published } = readSubjectState(db, { ...at, item });
    return published === null ? [] : [{ ...published, item, period: at.period }];
  });
}

/** The office's own entries need no acceptance: what counts of them stands as accepted. */
function countingAtOnce(db: Database, row: SubjectTable): SubjectTable {
  const entry = countedAtOnce(readSubjectState(db, row));
  return { ...row, accepted: entry?.id ?? null, accepted_body: entry && toCanonicalText(entry.record.body) };
}

/**
 * The accepted body, and the one on top where it is another that waits or was sent back; of versions that differ the
 * side chosen meanwhile. Read when it is asked for: a roll-up looks at one period and the year ends, and passes by the
 * rest.
 */
function values<T>(row: SubjectTable, side: ChosenSide | null, fits: (text: string | null) => T | undefined) {
  const accepted = once(() => fits(row.accepted_body));
  const pending = once(() => (row.current === row.accepted ? undefined : fits(row.current_body)));
  const provisional = side === null ? () => undefined : once(() => chosenBody(side, fits));
  return {
    get accepted() {
      return accepted();
    },
    get pending() {
      return pending();
    },
    get provisional() {
      return provisional();
    },
  };
}

function chosenBody<T>({ entry, no }: ChosenSide, fits: (text: string | null) => T | undefined) {
  const body = fits(toCanonicalText(entry.record.body));
  return body === undefined ? undefined : { side: no, body };
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

/** Asks once for each text. */
function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}
