import type { UnitKey } from "../../plan/ids.ts";
import type { RowInForce } from "../register-rows.ts";
import type { Query } from "../types.ts";

/** One key of a register with all rows that name it, and what its units say: a group, or null for “does not count”. */
export interface Claim {
  readonly key: string;
  readonly rows: readonly RowInForce[];
  readonly said: readonly (string | null)[];
}

/** Rows by key. One key in two units is one enterprise, project or company. */
export function claimsOf(
  rows: readonly RowInForce[],
  decide: (row: RowInForce) => string | null,
): readonly Claim[] {
  return Array.from(
    Map.groupBy(rows, ({ key }) => key),
    ([key, same]) => ({ key, rows: same, said: same.map(decide) }),
  );
}

/** What all its units say; undefined where they disagree: then the favourable answer waits until settled. */
export const settled = ({ said }: Claim): string | null | undefined =>
  said.every((one) => one === said[0]) ? said[0] : undefined;

/** Keys that several units name and that some of them put into the group: named for the office. */
export const queriesOf = (
  claims: readonly Claim[],
  group: string,
  isCounted: (claim: Claim) => boolean = (claim) => settled(claim) === group,
): readonly Query[] =>
  claims
    .filter((claim) => claim.said.includes(group) && unitsOf(claim).length > 1)
    .map((claim) => ({ key: claim.key, units: unitsOf(claim), counted: isCounted(claim) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

export const unitsOf = ({ rows }: Claim): UnitKey[] => [...new Set(rows.map(({ unit }) => unit))].toSorted();
