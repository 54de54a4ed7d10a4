import { readAnswer, type IndicatorAnswer, type TaskAnswer } from "#shared/checks/answer.ts";
import { UNRANKED, type ContactDraft, type Draft, type RowDraft } from "#shared/checks/draft.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Item } from "#shared/plan/ids.ts";
import type { IndicatorInput, Plan, Register } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { decimalOf } from "#shared/rollup/decimal.ts";
import { computedFigure } from "./computed-figure.ts";

/**
 * What stands in a body, member by member, so that two can be laid side by side. `figure`: a decimal string;
 * `word`: a few words; `text`: running text.
 */
export type BodyField = {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: "figure" | "word" | "text";
  readonly value: string;
  /** Least decimals of a figure. */
  readonly decimals: number;
  /** Made of the others, entered by nobody. */
  readonly computed: boolean;
};

const plain = { unit: "", decimals: 0, computed: false } as const;
const AMOUNT_DECIMALS = 2;

/** In the order of the plan; members without a value are left out. Empty where the plan does not know the item. */
export function bodyFields(
  plan: Plan,
  item: Item,
  body: RevisionBody | Draft,
  t: Translate,
): readonly BodyField[] {
  const answer = readAnswer(plan, item, body);
  if (!answer.ok) return [];
  switch (answer.value.kind) {
    case "indicator":
      return indicatorFields(answer.value, t);
    case "task":
      return taskFields(answer.value, t);
    case "contact":
      return contactFields(answer.value.draft, t);
    case "row":
      return rowFields(plan, answer.value.register, answer.value.draft, t);
    case "confirmation":
      return [
        {
          ...plain,
          id: "confirm",
          label: t("answers:confirm.label"),
          kind: "word",
          value: t(`answers:confirm.${answer.value.draft.confirm}`),
        },
      ];
  }
}

function indicatorFields({ indicator, inputs, draft }: IndicatorAnswer, t: Translate): BodyField[] {
  const fields: BodyField[] = inputs.flatMap((input) => {
    const value = draft.inputs?.[input.id];
    return value === undefined || value === "" ? [] : [inputField(input, value, t)];
  });
  const computed = computedFigure(indicator, draft.inputs ?? {});
  if (computed !== null) {
    fields.push({
      id: `computed:${computed.kind}`,
      label: computed.kind === "growth" ? t("answers:growth") : t("answers:ratio"),
      unit: "%",
      kind: "figure",
      value: computed.value,
      decimals: computed.decimals,
      computed: true,
    });
  }
  const said = (id: string, label: string, value: string | undefined, kind: "word" | "text"): void => {
    if (value !== undefined && value !== "") fields.push({ ...plain, id, label, kind, value });
  };
  said("notApplicable", t("answers:answer.notApplicable"), draft.notApplicable, "text");
  if (draft.noData !== undefined) {
    const { source = "", expected: date = "" } = draft.noData;
    said("noData", t("answers:answer.noData"), t("answers:answer.noDataText", { source, date }), "word");
  }
  if (draft.correction !== undefined && draft.correction !== "") {
    const reason = t(`answers:correction.${draft.correction}`);
    said("correction", t("answers:answer.correction"), reason, "word");
  }
  said("note", t("answers:answer.note"), draft.note, "text");
  return fields;
}

function inputField(input: IndicatorInput, value: string | boolean, t: Translate): BodyField {
  const named = { id: `input:${input.id}`, label: input.name, unit: input.unit, computed: false };
  if (typeof value === "boolean") {
    return { ...named, unit: "", kind: "word", decimals: 0, value: t(value ? "answers:yes" : "answers:no") };
  }
  if (value === UNRANKED)
    return { ...named, unit: "", kind: "word", decimals: 0, value: t("answers:unranked") };
  const isFigure = decimalOf(value) !== null;
  return {
    ...named,
    kind: isFigure ? "figure" : "word",
    decimals: input.kind === "amount" ? AMOUNT_DECIMALS : 0,
    value,
  };
}

function taskFields({ draft }: TaskAnswer, t: Translate): BodyField[] {
  const { status, extension } = draft;
  const texts = (["progress", "problems", "next", "reason"] as const).flatMap((member) => {
    const value = draft[member];
    return value === undefined || value === ""
      ? []
      : [{ ...plain, id: member, label: t(`answers:task.${member}`), kind: "text" as const, value }];
  });
  const words: BodyField[] = [];
  if (status !== undefined && status !== "") {
    const value = t(`answers:status.${status}`);
    words.push({ ...plain, id: "status", label: t("answers:task.status"), kind: "word", value });
  }
  if (draft.noProgress === true) {
    const label = t("answers:task.progress");
    words.push({ ...plain, id: "noProgress", label, kind: "word", value: t("answers:task.noProgress") });
  }
  if (extension !== undefined) {
    const value = [extension.date, extension.reason].filter(Boolean).join(t("common:listSeparator"));
    words.push({ ...plain, id: "extension", label: t("answers:task.extension"), kind: "text", value });
  }
  const files = (draft.evidence ?? []).map(({ name }) => name).join(t("common:listSeparator"));
  const named: BodyField[] =
    files === ""
      ? []
      : [{ ...plain, id: "evidence", label: t("attachments:heading"), kind: "text", value: files }];
  return [...words, ...texts, ...named];
}

const contactFields = (draft: ContactDraft, t: Translate): BodyField[] =>
  (["department", "leader", "person", "phone"] as const).flatMap((member) => {
    const value = draft[member];
    return value === undefined || value === ""
      ? []
      : [{ ...plain, id: member, label: t(`answers:contact.${member}`), kind: "word" as const, value }];
  });

function rowFields(plan: Plan, register: Register, draft: RowDraft, t: Translate): BodyField[] {
  const fields = register.fields.flatMap((field): BodyField[] => {
    const value = draft.fields[field.id];
    if (value === undefined || value === "") return [];
    const named = { id: `field:${field.id}`, label: field.name, unit: field.unit ?? "", computed: false };
    const isFigure = (field.kind === "amount" || field.kind === "count") && decimalOf(value) !== null;
    if (isFigure) {
      return [{ ...named, kind: "figure", decimals: field.kind === "amount" ? AMOUNT_DECIMALS : 0, value }];
    }
    const kind = field.kind === "long-text" ? "text" : "word";
    return [{ ...named, kind, decimals: 0, value: fieldWord(plan, field, value) }];
  });
  const said = (id: string, label: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") fields.push({ ...plain, id, label, kind: "word", value });
  };
  said("state", t("answers:row.state"), t(`answers:row.${draft.state ?? "in-force"}`));
  said("date", t("answers:row.date"), draft.date);
  said("reason", t("answers:row.reason"), draft.reason);
  return fields;
}

function fieldWord(plan: Plan, field: Register["fields"][number], value: string): string {
  if (field.kind === "chain") return plan.chains.find(({ id }) => id === value)?.name ?? value;
  if (field.kind === "county") return unitName(plan, value);
  return field.options?.find(({ id }) => id === value)?.name ?? value;
}
