import type { ConflictView } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { bodyFields, type BodyField } from "./body-fields.ts";
import { difference, places, type Part } from "./difference.ts";
import { shownValue } from "./figure-change.ts";

type Side = ConflictView["sides"][number];

export type Column = {
  /** Null for what the sides come to, merged: nobody wrote it yet. */
  readonly side: Side | null;
  readonly base: boolean;
  /** One per row, in the rows' order; null where this side has nothing there. */
  readonly cells: readonly (readonly Part[] | null)[];
};

export type Comparison = {
  readonly rows: readonly { readonly label: string; readonly differs: boolean }[];
  readonly columns: readonly Column[];
  /** Differences are told against the common base, or without one against the first side. */
  readonly againstBase: boolean;
};

export const conflictKey = ({ unit, period, item }: ConflictView): string => `${unit} ${period} ${item}`;

/**
 * Base and sides member by member, each side with what it changes marked to the character; `merged` adds what they
 * come to where no change touches another.
 */
export function compareSides(
  plan: Plan,
  conflict: ConflictView,
  t: Translate,
  { merged = false }: { readonly merged?: boolean } = {},
): Comparison {
  const base = conflict.base[0];
  const body = merged ? conflict.merge.body : null;
  const all: (Side | { readonly body: Side["body"] })[] = [
    ...(base === undefined ? [] : [base]),
    ...conflict.sides,
    ...(body === null ? [] : [{ body }]),
  ];
  const read = all.map((side) => bodyFields(plan, conflict.item, side.body, t));
  const members = new Map<string, BodyField>();
  for (const fields of read)
    for (const field of fields) if (!members.has(field.id)) members.set(field.id, field);
  const ids = [...members.keys()];
  const valueIn = (fields: readonly BodyField[] | undefined, id: string): string | null => {
    const field = fields?.find((candidate) => candidate.id === id);
    return field === undefined ? null : shownValue(field);
  };
  const reference = read[0];
  return {
    rows: ids.map((id) => {
      const { label = id, unit = "" } = members.get(id) ?? {};
      const named = unit === "" ? label : t("common:figureWithUnit", { value: label, unit });
      return { label: named, differs: new Set(read.map((fields) => valueIn(fields, id))).size > 1 };
    }),
    columns: all.map((side, index) => ({
      side: "revision" in side ? side : null,
      base: base !== undefined && index === 0,
      cells: ids.map((id) => {
        const value = valueIn(read[index], id);
        const before = valueIn(reference, id);
        if (value === null && (index === 0 || before === null)) return null;
        if (index === 0) return [{ kind: "same", text: value ?? "" }];
        return marked(before ?? "", value ?? "", members.get(id)?.kind === "figure");
      }),
    })),
    againstBase: base !== undefined,
  };
}

/** Texts to the character; of a figure, digits that two values happen to share say nothing: it is replaced whole. */
function marked(before: string, value: string, isFigure: boolean): Part[] {
  if (!isFigure || before === value) return difference(before, value);
  return [
    ...(before === "" ? [] : [{ kind: "removed" as const, text: before }]),
    ...(value === "" ? [] : [{ kind: "added" as const, text: value }]),
  ];
}

/** Number of places in which the sides depart from what they are held against. */
export const differingPlaces = ({ columns }: Comparison): number =>
  columns
    .slice(1)
    .flatMap(({ cells }) => cells)
    .reduce((total, cell) => total + (cell === null ? 0 : places(cell)), 0);
