import { toCanonicalText } from "#shared/ledger/canonical.ts";
import { confirmationFits, indicatorFits, rowFits } from "./body-kinds.ts";
import { parseItem } from "#shared/plan/item.ts";
import { itemSchema, periodSchema, unitKeySchema, type Period, type UnitKey } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { factsOf, type FactArrays } from "#shared/rollup/facts.ts";
import type { FactsSource } from "#shared/rollup/types.ts";
import { countedAtOnce, subjectStatusSchema } from "#shared/ledger/subject-state.ts";
import type { Database } from "../store/database.ts";
import { decidedIndicators, readSubjectState, rollupSubjects } from "../store/subjects.ts";
import type { SubjectTable } from "../store/tables.ts";

/** What the roll-up of a period reads, from the projection: indicators of every period up to it, and all registers. */
export function factsSource(
  db: Database,
  { officeUnit }: Pick<Plan, "officeUnit">,
  period: Period,
): FactsSource {
  const arrays: { -readonly [K in keyof FactArrays]-?: NonNullable<FactArrays[K]>[number][] } = {
    items: [],
    rows: [],
    confirmations: [],
    published: [],
  };
  for (const subject of rollupSubjects(db, period)) {
    const row = subject.unit === officeUnit ? countingAtOnce(db, subject) : subject;
    const item = itemSchema.parse(row.item);
    const parts = parseItem(item);
    const facts = {
      unit: unitKeySchema.parse(row.unit),
      period: periodSchema.parse(row.period),
      state: subjectStatusSchema.parse(row.status),
    };
    if (parts.kind === "indicator") {
      arrays.items.push({ ...facts, ...values(row, indicatorFits), item });
    } else if (parts.kind === "register" && parts.key !== undefined) {
      arrays.rows.push({ ...facts, ...values(row, rowFits), register: parts.register, key: parts.key });
    } else if (parts.kind === "register") {
      arrays.confirmations.push({ ...facts, ...values(row, confirmationFits), register: parts.register });
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

/** The accepted body, and the one on top where it is another that waits or was sent back. */
function values<T>(row: SubjectTable, fits: (text: string | null) => T | undefined) {
  const accepted = fits(row.accepted_body);
  const pending = row.current !== row.accepted ? fits(row.current_body) : undefined;
  return {
    ...(accepted === undefined ? {} : { accepted }),
    ...(pending === undefined ? {} : { pending }),
  };
}
