import { rowDraftSchema, type RowDraft } from "#shared/checks/draft.ts";
import type { GridView, ItemView } from "#shared/ipc/views.ts";
import { parseItem, registerItem } from "#shared/plan/item.ts";
import type { Plan, Register, RegisterField } from "#shared/plan/schema.ts";

/** What a row is to this period: new, different, ended, entered in error, or as before. */
export type RowChange = "added" | "changed" | "ended" | "withdrawn" | "kept";

export type RegisterLine = {
  readonly key: string;
  readonly view: ItemView;
  readonly draft: RowDraft;
  readonly change: RowChange;
};

const none: RowDraft = { fields: {} };

export function rowOf({ draft, body }: Pick<ItemView, "draft" | "body">): RowDraft {
  const read = rowDraftSchema.safeParse(draft ?? body);
  return read.success ? read.data : none;
}

function changeOf(view: ItemView, row: RowDraft): RowChange {
  if (row.state === "withdrawn") return "withdrawn";
  if (row.state === "ended") return "ended";
  if (view.draft === null) return "kept";
  return view.body === null ? "added" : "changed";
}

/** The register's rows, those that need a hand first. */
export function linesOf(grid: GridView, register: Register): readonly RegisterLine[] {
  const lines = grid.items.flatMap((view) => {
    const parts = parseItem(view.item);
    if (parts.kind !== "register" || parts.register !== register.id || parts.key === undefined) return [];
    const draft = rowOf(view);
    return [{ key: parts.key, view, draft, change: changeOf(view, draft) }];
  });
  return lines.toSorted((a, b) => Number(isPressing(b.view)) - Number(isPressing(a.view)));
}

export const isPressing = ({ state }: ItemView): boolean =>
  state === "invalid" || state === "returned" || state === "warned" || state === "conflict";

export const isChanged = ({ view, change }: RegisterLine): boolean =>
  view.draft !== null || change !== "kept";

export const confirmationOf = (grid: GridView, register: Register): ItemView | undefined =>
  grid.items.find(({ item }) => item === registerItem(register.id));

/** A field's value as people read it: choices, chains and counties by name. */
export function fieldText(plan: Plan, field: RegisterField, value: string): string {
  const named = (list: readonly { readonly id: string; readonly name: string }[]): string =>
    list.find(({ id }) => id === value)?.name ?? value;
  if (field.kind === "choice") return named(field.options ?? []);
  if (field.kind === "chain") return named(plan.chains);
  if (field.kind === "county") return plan.units.find(({ key }) => key === value)?.name ?? value;
  return value;
}

/** As the format has row keys: NFC, trimmed, credit codes in upper case. */
export function normalizedKey(register: Register, typed: string): string {
  const key = typed.normalize("NFC").trim();
  return register.key.kind === "credit-code" ? key.replace(/\s/g, "").toUpperCase() : key;
}
