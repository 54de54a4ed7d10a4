import { rowDraftSchema, type ConfirmationDraft, type RowDraft } from "../checks/draft.ts";
import { cleanLine } from "../checks/typed.ts";
import type { Plan, Register, RegisterField } from "../plan/schema.ts";
import { wordList } from "./answer-words.ts";
import type { Lens } from "./lens.ts";

const STATE = wordList({ "in-force": "有效", ended: "已退出", withdrawn: "误填撤销" });
const CONFIRM: Readonly<Record<ConfirmationDraft["confirm"], string>> = {
  unchanged: "无变化",
  nil: "零报告",
};

export const CONFIRM_LABEL = "本期确认";

function optionsOf(
  plan: Plan,
  field: RegisterField,
): readonly { readonly id: string; readonly name: string }[] {
  if (field.kind === "chain") return plan.chains;
  if (field.kind === "choice") return field.options ?? [];
  if (field.kind !== "county") return [];
  return plan.units.filter(({ kind }) => kind === "county").map(({ key, name }) => ({ id: key, name }));
}

function fieldLens(plan: Plan, field: RegisterField): Lens<RowDraft> {
  const options = optionsOf(plan, field);
  const idOf = (typed: string): string => options.find(({ name }) => name === cleanLine(typed))?.id ?? typed;
  return {
    id: field.id,
    head: field.unit === undefined ? field.name : `${field.name}（${field.unit}）`,
    width: field.kind === "long-text" ? 30 : Math.max(14, field.name.length * 2 + 2),
    figure: field.kind === "amount" || field.kind === "count",
    text: ({ fields }) => {
      const value = fields[field.id] ?? "";
      return options.find(({ id }) => id === value)?.name ?? value;
    },
    set: (draft, typed) => ({ ...draft, fields: { ...draft.fields, [field.id]: idOf(typed) } }),
  };
}

const stateLens: Lens<RowDraft> = {
  id: "state",
  head: "状态",
  width: 10,
  text: ({ state = "in-force" }) => STATE.word(state),
  set(draft, typed) {
    const state = rowDraftSchema.shape.state.safeParse(STATE.id(typed));
    return state.success ? { ...draft, state: state.data } : null;
  },
};

const partLens = (id: "date" | "reason", head: string, width: number): Lens<RowDraft> => ({
  id,
  head,
  width,
  text: (draft) => draft[id] ?? "",
  set: (draft, typed) => ({ ...draft, [id]: typed }),
});

/** A register's own fields, in words. */
export const fieldLenses = (plan: Plan, register: Register): readonly Lens<RowDraft>[] =>
  register.fields.map((field) => fieldLens(plan, field));

/** A register's columns after its key: its own fields, then whether the row is in force. */
export const rowLenses = (plan: Plan, register: Register): readonly Lens<RowDraft>[] => [
  ...fieldLenses(plan, register),
  stateLens,
  partLens("date", "退出或撤销日期", 16),
  partLens("reason", "原因", 24),
];

/** 无变化 · 零报告; it stands in a row of its own. */
export const confirmLens: Lens<ConfirmationDraft | null> = {
  id: "confirm",
  head: CONFIRM_LABEL,
  width: 14,
  text: (draft) => (draft === null ? "" : CONFIRM[draft.confirm]),
  set(_, typed) {
    const word = cleanLine(typed);
    if (word === CONFIRM.unchanged) return { confirm: "unchanged" };
    return word === CONFIRM.nil ? { confirm: "nil" } : null;
  },
};
