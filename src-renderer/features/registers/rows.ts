import { rowDraftSchema, type RowDraft } from "#shared/checks/draft.ts";
import type { GridView, ItemView } from "#shared/ipc/views.ts";
import type { KnownRow } from "#shared/paste/register-paste.ts";
import { parseItem, registerItem } from "#shared/plan/item.ts";
import type { Plan, Register, RegisterField } from "#shared/plan/schema.ts";

/** What a row is to this period: new, different, ended, entered in error, handed over already, or as before. */
export type RowChange = "added" | "changed" | "ended" | "withdrawn" | "reported" | "kept";

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
  // A row in conflict has no single value, but it is not new.
  if (view.state === "conflict") return "changed";
  // NOTE: only what is settled in this very period is locked; a row held from before is not.
  if (view.draft === null) return view.locked ? "reported" : "kept";
  return view.body === null && !wasKnown(view) ? "added" : "changed";
}

const wasKnown = ({ previous, lastYear }: ItemView): boolean =>
  [...previous, lastYear].some((past) => past !== null && past.body !== null);

/** The register's rows: those that need a hand first, then what moved in the period. */
export function linesOf(grid: GridView, register: Register): readonly RegisterLine[] {
  const lines = grid.items.flatMap((view) => {
    const parts = parseItem(view.item);
    if (parts.kind !== "register" || parts.register !== register.id || parts.key === undefined) return [];
    const draft = rowOf(view);
    return [{ key: parts.key, view, draft, change: changeOf(view, draft) }];
  });
  return lines.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = (line: RegisterLine): number => (isPressing(line.view) ? 0 : isChanged(line) ? 1 : 2);

export const isPressing = ({ state }: ItemView): boolean =>
  state === "invalid" || state === "returned" || state === "warned" || state === "conflict";

export const isChanged = ({ view, change }: RegisterLine): boolean =>
  view.draft !== null || change !== "kept";

export const isInForce = ({ change }: RegisterLine): boolean => change !== "ended" && change !== "withdrawn";

/** Reported in this period: a row moved, or it was confirmed. */
export function isAnswered(grid: GridView, register: Register): boolean {
  const view = confirmationOf(grid, register);
  const confirmed = view !== undefined && (view.draft ?? view.body) !== null;
  return confirmed || linesOf(grid, register).some(isChanged);
}

export const confirmationOf = (grid: GridView, register: Register): ItemView | undefined =>
  grid.items.find(({ item }) => item === registerItem(register.id));

/** How the register may be confirmed: 无变化 with rows in force, 零报告 without; null where changed rows say enough. */
export function confirmationFor(lines: readonly RegisterLine[]): "unchanged" | "nil" | null {
  if (lines.some(isChanged)) return null;
  return lines.some(isInForce) ? "unchanged" : "nil";
}

/** What is carried over stands for the period: the register was confirmed, or a row of it moved. */
export function isSettled(grid: GridView, register: Register, lines: readonly RegisterLine[]): boolean {
  const confirmation = confirmationOf(grid, register);
  const said = confirmation?.draft ?? confirmation?.body ?? null;
  return said !== null || lines.some(isChanged);
}

/** A field's value as people read it: choices, chains and counties by name. */
export function fieldText(plan: Plan, field: RegisterField, value: string): string {
  const named = (list: readonly { readonly id: string; readonly name: string }[]): string =>
    list.find(({ id }) => id === value)?.name ?? value;
  if (field.kind === "choice") return named(field.options ?? []);
  if (field.kind === "chain") return named(plan.chains);
  if (field.kind === "county") return plan.units.find(({ key }) => key === value)?.name ?? value;
  return value;
}

/** Found by name or key however it is typed: `91360981 ma00`, as shown, finds `91360981MA00`. */
export function isFound(register: Register, { key, draft }: RegisterLine, query: string): boolean {
  const plain = (text: string): string => text.normalize("NFC").replace(/\s/g, "").toUpperCase();
  const words = [draft.fields[register.nameField] ?? "", key];
  return words.some((word) => plain(word).includes(plain(query)));
}

/** The row back in force; null where that is what stands without a draft. */
export function restoredRow(view: Pick<ItemView, "draft" | "body">): RowDraft | null {
  const { date: _date, reason: _reason, ...rest } = rowOf(view);
  const row: RowDraft = { ...rest, state: "in-force" };
  const standing = rowOf({ draft: null, body: view.body });
  const isStanding = view.body !== null && (standing.state ?? "in-force") === "in-force";
  return isStanding && sameFields(standing.fields, row.fields) ? null : row;
}

const sameFields = (a: RowDraft["fields"], b: RowDraft["fields"]): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => (a[id] ?? "") === (b[id] ?? ""));

/** The row as a paste sees it. */
export function knownRow({ key, view, draft }: RegisterLine, isSettled: boolean): KnownRow {
  const { state } = view;
  if (state === "conflict") return { key, draft, barred: state };
  const isHandedOver = state === "sealed" || state === "accepted" || state === "resubmitted";
  return { key, draft, barred: isSettled && isHandedOver ? state : null };
}
