import type { Finding } from "#shared/checks/finding.ts";
import type { GridView, SubmissionPreview } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Item } from "#shared/plan/ids.ts";
import { itemTitle, parseItem } from "#shared/plan/item.ts";
import type { Language } from "#shared/plan/language.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { itemMark } from "../../app/plan-items.ts";
import { bodyFields, type BodyField } from "../../components/body-fields.ts";
import { difference, places } from "../../components/difference.ts";
import { figureChange, shownValue } from "../../components/figure-change.ts";

type PreviewItem = SubmissionPreview["items"][number];
export type SubmitReason = PreviewItem["reason"];

/** What was returned comes first, what was never reported last. */
export const submitReasons = ["resubmit", "correction", "first"] as const satisfies readonly SubmitReason[];

export type MemberPair = { readonly now: BodyField | undefined; readonly before: BodyField | undefined };

/** One item of a submission. `isText`: its answer is running text that takes the width of the figures. */
export type SubmitLine = {
  readonly item: Item;
  readonly title: string;
  readonly mark: string;
  readonly reason: SubmitReason;
  readonly unit: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
  readonly isText: boolean;
  /** Its answer is a word: it may take a second line, a figure never does. */
  readonly isWord: boolean;
  /** Its title alone would not tell what it is of. */
  readonly isMarked: boolean;
  readonly findings: readonly Finding[];
  readonly explanation: string;
  readonly members: readonly MemberPair[];
};

type Known = { readonly plan: Plan; readonly t: Translate; readonly language: Language };

/** A first report stands against the period before, anything else against what the office has. */
export function submitLines(known: Known, preview: SubmissionPreview, grid: GridView | null): SubmitLine[] {
  const last = new Map(grid?.items.map((view) => [view.item, view.previous[0]?.body ?? null]));
  return preview.items.map((item) =>
    submitLine(known, item, item.reason === "first" ? (last.get(item.item) ?? null) : item.before),
  );
}

function submitLine(
  { plan, t, language }: Known,
  item: PreviewItem,
  earlier: RevisionBody | null,
): SubmitLine {
  const now = bodyFields(plan, item.item, item.now, t);
  const before = earlier === null ? [] : bodyFields(plan, item.item, earlier, t);
  const isGrowth = isGrowthItem(plan, item.item);
  const main = mainField(now, isGrowth);
  const was =
    before.find(({ id }) => id === main?.id) ?? (isWord(main) ? undefined : mainField(before, isGrowth));
  return {
    item: item.item,
    title: titleOf(itemTitle(plan, item.item, language), now, t),
    mark: markOf(t, item.item),
    reason: item.reason,
    unit: main?.unit ?? "",
    before: wordOf(was),
    now: wordOf(main),
    change: changeOf(main, { now, before }, t),
    isMarked: parseItem(item.item).kind !== "indicator",
    isWord: main !== undefined && (main.kind === "word" || isAbsence(main)),
    isText: main?.kind === "text" && !isAbsence(main),
    findings: item.findings,
    explanation: explanationOf(item.now),
    members: pairs(now, before),
  };
}

/** What goes out and 填报 does not count: its total is smaller by these. */
export function besideEntry(t: Translate, lines: readonly { readonly item: Item }[]): readonly string[] {
  const parts = lines.map(({ item }) => parseItem(item));
  const rows = parts.filter((each) => each.kind === "register" && each.key !== undefined).length;
  const contacts = parts.filter(({ kind }) => kind === "contact").length;
  return [
    ...(rows > 0 ? [t("submission:count.rows", { count: rows })] : []),
    ...(contacts > 0 ? [t("submission:count.contacts", { count: contacts })] : []),
  ];
}

const markOf = (t: Translate, item: Item): string =>
  parseItem(item).kind === "contact" ? t("submission:contact") : itemMark(t, item);

/** The percentage that the indicator is, else the first figure entered, else what a task says, else the first word. */
const mainField = (fields: readonly BodyField[], isGrowth: boolean): BodyField | undefined =>
  fields.find(({ id }) => id === "computed:ratio" || (isGrowth && id === "computed:growth")) ??
  fields.find(({ kind, computed }) => kind === "figure" && !computed) ??
  fields.find(({ id }) => id === "progress") ??
  fields[0];

/** Figures that are never added up stand behind the first, which is then named. */
function titleOf(title: string, now: readonly BodyField[], t: Translate): string {
  const figures = now.filter(({ kind, computed }) => kind === "figure" && !computed);
  const [first] = figures;
  if (first === undefined || figures.length < 3) return title;
  return t("submission:severalFigures", { title, first: first.label, count: figures.length });
}

/** A chain's revenue has a growth beside it; T01-1 is a growth. */
function isGrowthItem(plan: Plan, item: Item): boolean {
  const parts = parseItem(item);
  const indicator = plan.indicators.find(({ id }) => parts.kind === "indicator" && id === parts.id);
  return indicator?.aggregation.kind === "growth";
}

const isAbsence = ({ id }: BodyField): boolean => id === "notApplicable" || id === "noData";

/** A word of its own kind, like a department: another member is no earlier state of it. */
const isWord = (field: BodyField | undefined): boolean => field?.kind === "word" && !isAbsence(field);

const wordOf = (field: BodyField | undefined): string => {
  if (field === undefined) return "";
  return isAbsence(field) ? field.label : shownValue(field);
};

type Sides = { readonly now: readonly BodyField[]; readonly before: readonly BodyField[] };

function changeOf(main: BodyField | undefined, { now, before }: Sides, t: Translate): string {
  if (before.length === 0) return "";
  const change = figureChange(
    main,
    before.find(({ id }) => id === main?.id),
  );
  if (change !== null && change !== "0") {
    return main?.unit === "%" ? t("common:points", { value: change }) : change;
  }
  const changed = pairs(now, before).map(({ now: a, before: b }) => {
    if (a?.value === b?.value) return 0;
    return a?.kind === "text" ? places(difference(b?.value ?? "", a.value)) : 1;
  });
  const count = changed.reduce((total, places) => total + places, 0);
  return count === 0 ? t("submission:same") : t("submission:changes", { count });
}

/** Every member that either has, in the order of what is said now. */
function pairs(now: readonly BodyField[], before: readonly BodyField[]): MemberPair[] {
  const gone = before.filter(({ id }) => !now.some((field) => field.id === id));
  return [
    ...now.map((field) => ({ now: field, before: before.find(({ id }) => id === field.id) })),
    ...gone.map((field) => ({ now: undefined, before: field })),
  ];
}

function explanationOf(body: RevisionBody): string {
  if ("note" in body && body.note !== undefined) return body.note;
  return "reason" in body && body.reason !== undefined ? body.reason : "";
}
