import type { ReviewItem } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { bodyFields, type BodyField } from "../../components/body-fields.ts";
import { difference, places } from "../../components/difference.ts";
import { figureChange, shownValue } from "../../components/figure-change.ts";

/** What the list shows of an item: its figure or word, and how it differs from what was there before. */
export type Headline = { readonly value: string; readonly unit: string; readonly change: string };

const empty: Headline = { value: "—", unit: "", change: "" };

/** The office judged this before; otherwise the period before stands beside it. */
export const earlierBody = (item: ReviewItem): RevisionBody | null =>
  item.before ?? item.previous[0]?.body ?? null;

export function headlineOf(plan: Plan, item: ReviewItem, t: Translate): Headline {
  const [head, ...others] = item.heads;
  if (head === undefined) return empty;
  const fields = bodyFields(plan, item.item, head.body, t);
  const main = mainField(fields);
  if (main === undefined) return empty;
  if (others.length > 0) {
    const values = item.heads.map(({ body }) => mainField(bodyFields(plan, item.item, body, t)));
    const shown = [...new Set(values.flatMap((field) => (field === undefined ? [] : [shownValue(field)])))];
    return { value: shown.join(" / "), unit: main.unit, change: "" };
  }
  const value = main.id === "notApplicable" || main.id === "noData" ? main.label : shownValue(main);
  const before = earlierBody(item);
  if (before === null) return { value, unit: main.unit, change: textSize(fields, t) };
  return { value, unit: main.unit, change: changeOf(fields, bodyFields(plan, item.item, before, t), t) };
}

/** A share, else the first figure entered, else the first word; growth stands beside the figure that grew. */
const mainField = (fields: readonly BodyField[]): BodyField | undefined =>
  fields.find(({ id }) => id === "computed:ratio") ??
  fields.find(({ kind, computed }) => kind === "figure" && !computed) ??
  fields[0];

function changeOf(now: readonly BodyField[], before: readonly BodyField[], t: Translate): string {
  const main = mainField(now);
  const change = figureChange(
    main,
    before.find(({ id }) => id === main?.id),
  );
  if (change === "0") return t("review:sameAsLast");
  if (change !== null) return main?.computed === true ? t("common:points", { value: change }) : change;
  if (sameFields(now, before)) return t("review:sameAsLast");
  const changed = now
    .filter(({ kind }) => kind === "text")
    .map((field) => places(difference(before.find(({ id }) => id === field.id)?.value ?? "", field.value)))
    .reduce((total, count) => total + count, 0);
  return changed === 0 ? "" : t("review:changes", { count: changed });
}

const sameFields = (a: readonly BodyField[], b: readonly BodyField[]): boolean =>
  a.length === b.length &&
  a.every((field) => b.some(({ id, value }) => id === field.id && value === field.value));

function textSize(fields: readonly BodyField[], t: Translate): string {
  const characters = fields
    .filter(({ id, kind }) => kind === "text" && id !== "evidence")
    .reduce((total, { value }) => total + [...value].length, 0);
  return characters === 0 ? "" : t("review:characters", { count: characters });
}
