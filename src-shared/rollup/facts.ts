import type { IndicatorValue } from "../ledger/record.ts";
import type { Period } from "../plan/ids.ts";
import type { ConfirmationFacts, FactsSource, ItemFacts, PublishedFacts, RowFacts } from "./types.ts";

/** Facts of every period, in any order. */
export interface FactArrays {
  readonly items: readonly ItemFacts[];
  readonly rows?: readonly RowFacts[];
  readonly confirmations?: readonly ConfirmationFacts[];
  readonly published?: readonly PublishedFacts[];
}

/** A facts source over plain arrays that hold the current facts of all periods. */
export function factsOf({ items, rows = [], confirmations = [], published = [] }: FactArrays): FactsSource {
  const itemsByPeriod = Map.groupBy(items, ({ period }) => period);
  const rowsByRegister = Map.groupBy(rows, ({ register }) => register);
  const confirmationsByRegister = Map.groupBy(confirmations, ({ register }) => register);
  return {
    items: (period) => itemsByPeriod.get(period) ?? [],
    standing: (period) => standingBefore(items, period),
    rows: (register) => rowsByRegister.get(register) ?? [],
    confirmations: (register) => confirmationsByRegister.get(register) ?? [],
    published: (period) => published.filter((fact) => fact.period === period),
  };
}

/** Of each unit and item the latest subject before the period, where its value is 不涉及. */
function standingBefore(items: readonly ItemFacts[], period: Period): ItemFacts[] {
  const latest = new Map<string, ItemFacts>();
  for (const fact of items) {
    if (fact.period >= period) continue;
    const key = `${fact.unit} ${fact.item}`;
    const known = latest.get(key);
    if (known === undefined || known.period < fact.period) latest.set(key, fact);
  }
  return [...latest.values()].filter(
    ({ accepted, pending }) => isNotApplicable(accepted) || isNotApplicable(pending),
  );
}

export const isNotApplicable = (body: IndicatorValue | undefined): boolean =>
  body?.notApplicable !== undefined;
