import type { Translate } from "#shared/i18n/words.ts";
import type { PastedRow, RowChange, RowProblem } from "#shared/paste/register-paste.ts";
import type { Plan, Register } from "#shared/plan/schema.ts";
import { groupFigure } from "../../../app/figures.ts";
import { keySentence } from "../key-problem.ts";
import { fieldText } from "../rows.ts";

/** Why a pasted row comes to its result, in one sentence. */
export function rowSentence(t: Translate, register: Register, row: PastedRow): string {
  const [problem] = row.problems;
  if (problem !== undefined) return problemSentence(t, register, problem);
  if (row.first !== null) return t("registerPaste:twice", { no: row.first });
  if (row.skip !== null) return t(`registerPaste:skip.${row.skip}`);
  return row.outcome === "write"
    ? t("registerPaste:add")
    : t("registerPaste:update", { count: row.changes.length });
}

function problemSentence(t: Translate, register: Register, problem: RowProblem): string {
  switch (problem.kind) {
    case "key":
      return keySentence(t, register, problem.problem);
    case "name-missing": {
      const name = register.fields.find(({ id }) => id === register.nameField)?.name ?? "";
      return t("registerPaste:nameMissing", { name });
    }
    case "value": {
      const { kind, name } = problem.field;
      const fills = { field: name, value: problem.value };
      if (kind === "amount" || kind === "count") return t("registerPaste:notFigure", fills);
      if (kind === "date") return t("registerPaste:notDate", fills);
      return t(kind === "year" ? "registerPaste:notYear" : "registerPaste:notChoice", fills);
    }
  }
}

/** The fields that a row brings besides its name, as people read them. */
export const changeWords = (
  t: Translate,
  plan: Plan,
  register: Register,
  changes: readonly RowChange[],
): string =>
  changes
    .filter(({ field, from }) => from !== "" || field.id !== register.nameField)
    .map(({ field, from, to }) => {
      const word = (value: string): string => {
        const text = fieldText(plan, field, value);
        return field.kind === "amount" ? groupFigure(text, 2) : text;
      };
      return from === ""
        ? t("registerPaste:set", { field: field.name, value: word(to) })
        : t("registerPaste:change", { field: field.name, from: word(from), to: word(to) });
    })
    .join(t("common:listSeparator"));
