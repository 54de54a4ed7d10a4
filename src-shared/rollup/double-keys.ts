import { z } from "zod";
import { registerRowSchema } from "../ledger/record.ts";
import { periodSchema, unitKeySchema, type Period } from "../plan/ids.ts";
import type { Plan, Register, RegisterField } from "../plan/schema.ts";
import type { RollupResult, RowFacts } from "./types.ts";

/** 待核: one key of a register in several units, the rows side by side. domain.md “Items and answers”, Registers. */

export const doubleRowSchema = z.strictObject({
  unit: unitKeySchema,
  period: periodSchema,
  row: registerRowSchema,
  /** Still to be judged. */
  unjudged: z.boolean(),
  /** A 核定 lies over it: who settled it, and when. */
  verified: z.strictObject({ by: z.string(), at: z.string(), comment: z.string() }).nullable(),
});
export type DoubleRow = z.infer<typeof doubleRowSchema>;

export const doubleKeySchema = z.strictObject({
  register: z.string(),
  key: z.string(),
  /** `open`: what decides differs, counted for none; `settled`: a 核定 decided it; `agreed`: counted once. */
  state: z.enum(["open", "settled", "agreed"]),
  /** Figures that name it: indicator, and chain where it is counted by chain. */
  figures: z.array(z.strictObject({ id: z.string(), chain: z.string().optional() })),
  rows: z.array(doubleRowSchema),
});
export type DoubleKey = z.infer<typeof doubleKeySchema>;

/** A row's latest word up to the period, with the 核定 over it. */
export interface RowWord extends Pick<
  RowFacts,
  "unit" | "period" | "register" | "key" | "accepted" | "pending"
> {
  readonly verified: DoubleRow["verified"];
}

/** Open ones first; in the order of registers, then keys. The order of the words does not matter. */
export function doubleKeys(
  plan: Plan,
  period: Period,
  rollup: RollupResult,
  words: readonly RowWord[],
): DoubleKey[] {
  const registers = new Map(plan.indicators.map((each) => [each.id, registerOf(each.aggregation)]));
  const latest = latestWords(period, words);
  const found = Map.groupBy(latest, ({ register, key }) => `${register} ${key}`);
  const all = [...found.values()].flatMap((same): DoubleKey[] => {
    const [first] = same;
    if (first === undefined || new Set(same.map(({ unit }) => unit)).size < 2) return [];
    const { register, key } = first;
    const named = rollup.indicators.filter(
      ({ id, queries }) => registers.get(id) === register && queries.some((query) => query.key === key),
    );
    const open = named.some(({ queries }) => queries.some((query) => query.key === key && !query.counted));
    const verified = same.some((word) => word.verified !== null);
    if (named.length === 0 && !verified) return [];
    return [
      {
        register,
        key,
        state: open ? "open" : verified ? "settled" : "agreed",
        figures: named.map(({ id, chain }) => ({ id, ...(chain === undefined ? {} : { chain }) })),
        rows: same.flatMap(rowOf).toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
      },
    ];
  });
  const rank = { open: 0, settled: 1, agreed: 2 } as const;
  const place = ({ register }: DoubleKey): number => plan.registers.findIndex(({ id }) => id === register);
  return all.toSorted(
    (a, b) => rank[a.state] - rank[b.state] || place(a) - place(b) || (a.key < b.key ? -1 : 1),
  );
}

function latestWords(period: Period, words: readonly RowWord[]): RowWord[] {
  const latest = new Map<string, RowWord>();
  for (const word of words) {
    const address = `${word.unit} ${word.register} ${word.key}`;
    const known = latest.get(address);
    if (word.period <= period && (known === undefined || known.period < word.period))
      latest.set(address, word);
  }
  return [...latest.values()].filter(({ accepted, pending, verified }) => {
    const state = (accepted ?? pending)?.state;
    // NOTE: a row that a 核定 took out of force stays in sight: that is how it was settled.
    return state === "in-force" || (state !== undefined && verified !== null);
  });
}

function rowOf({ unit, period, accepted, pending, verified }: RowWord): DoubleRow[] {
  const row = accepted ?? pending;
  return row === undefined ? [] : [{ unit, period, row, unjudged: accepted === undefined, verified }];
}

function registerOf(aggregation: Plan["indicators"][number]["aggregation"]): string | null {
  switch (aggregation.kind) {
    case "distinct-count":
    case "platform-coverage":
    case "each-county":
      return aggregation.register;
    default:
      return null;
  }
}

/** What decides where a row counts: choices, chains, counties, years, dates. Names and remarks decide nothing. */
const DECIDING: ReadonlySet<RegisterField["kind"]> = new Set([
  "choice",
  "chain",
  "county",
  "year",
  "date",
  "amount",
]);

export const decidingFields = ({ fields }: Register): RegisterField[] =>
  fields.filter(({ kind }) => DECIDING.has(kind));

export const differing = (register: Register, rows: readonly DoubleRow[]): RegisterField[] =>
  decidingFields(register).filter(({ id }) => new Set(rows.map(({ row }) => row.fields[id] ?? "")).size > 1);

/**
 * Whether one unit's answer may be laid over another's row: not where a confidential figure differs, which would
 * reach the other unit with its receipt (统计法).
 */
export const canTakeOver = (register: Register, rows: readonly DoubleRow[]): boolean =>
  differing(register, rows).every(({ confidential }) => confidential !== true);

/** A row's body as the value of a 核定. */
type VerifiedRow = Record<string, string | Record<string, string>>;

/** The other row with the deciding answers of the one that holds. */
export function takenOver(register: Register, held: DoubleRow, other: DoubleRow): VerifiedRow {
  const fields: Record<string, string> = { ...other.row.fields };
  for (const { id, confidential } of decidingFields(register)) {
    if (confidential === true) continue;
    const said = held.row.fields[id];
    if (said === undefined) delete fields[id];
    else fields[id] = said;
  }
  return { ...bodyOf(other), fields };
}

/** The other row out of force: counted at the unit that holds alone. */
export const leftOut = (other: DoubleRow, reason: string): VerifiedRow => ({
  ...bodyOf(other),
  state: "withdrawn",
  reason,
});

const bodyOf = ({ row: { fields, state, date, reason } }: DoubleRow): VerifiedRow => ({
  fields,
  state,
  ...(date === undefined ? {} : { date }),
  ...(reason === undefined ? {} : { reason }),
});
