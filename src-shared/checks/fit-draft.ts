import type { IndicatorInput, Plan } from "../plan/schema.ts";
import { askedFor } from "../plan/assignment.ts";
import { periodsOf } from "../plan/calendar.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import { parseItem } from "../plan/item.ts";
import type { Draft } from "./draft.ts";

type Place = { readonly unit: UnitKey; readonly period: Period; readonly item: Item };

/** What of a draft a plan has a place for (null: nothing), and whether something of it has none. */
export function fitDraft(
  plan: Plan,
  place: Place,
  draft: Draft,
): { readonly fits: Draft | null; readonly whole: boolean } {
  const known = membersKnown(plan, place);
  if (known === null) return { fits: null, whole: false };
  const [fits, whole] = narrowed(draft, known);
  return { fits, whole };
}

/** Inputs or fields that the plan asks under the item; `all` where it has none to choose from; null: not the item. */
function membersKnown(plan: Plan, { unit, period, item }: Place): ReadonlySet<string> | "all" | null {
  if (!periodsOf(plan).includes(period)) return null;
  const parts = parseItem(item);
  const assigned = askedFor(plan, unit, period, item);
  if (assigned === undefined) return null;
  if (assigned.kind === "indicator") return idsOf(assigned.inputs);
  if (assigned.kind === "register" && parts.kind === "register" && parts.key !== undefined)
    return idsOf(assigned.register.fields);
  return "all";
}

const idsOf = (members: readonly Pick<IndicatorInput, "id">[]): ReadonlySet<string> =>
  new Set(members.map(({ id }) => id));

function narrowed(draft: Draft, known: ReadonlySet<string> | "all"): [Draft | null, boolean] {
  if (known === "all") return [draft, true];
  if ("fields" in draft) {
    const fields = onlyKnown(draft.fields, known);
    return [{ ...draft, fields }, hasAll(draft.fields, known)];
  }
  if (!("inputs" in draft) || draft.inputs === undefined) return [draft, true];
  const { inputs, ...rest } = draft;
  const kept = onlyKnown(inputs, known);
  if (Object.keys(kept).length > 0) return [{ ...rest, inputs: kept }, hasAll(inputs, known)];
  return [Object.keys(rest).length > 0 ? rest : null, hasAll(inputs, known)];
}

const onlyKnown = <T>(members: Readonly<Record<string, T>>, known: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(members).filter(([id]) => known.has(id)));

const hasAll = (members: object, known: ReadonlySet<string>): boolean =>
  Object.keys(members).every((id) => known.has(id));
