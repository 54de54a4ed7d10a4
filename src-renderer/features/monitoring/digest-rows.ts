import { describeFinding } from "#shared/checks/describe-finding.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Digest, Gap } from "#shared/monitoring/digest.ts";
import type { Mover } from "#shared/monitoring/movers.ts";
import type { Item, Period, UnitKey } from "#shared/plan/ids.ts";
import { itemTitle, parseItem } from "#shared/plan/item.ts";
import type { Language } from "#shared/plan/language.ts";
import type { IndicatorInput, Plan } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { groupFigure } from "../../app/figures.ts";
import type { Formats } from "../../app/formats.ts";
import { itemMark } from "../../app/plan-items.ts";
import { figureCell, given, type DataTable } from "../../components/data-table.tsx";

export const kinds = ["movers", "gaps", "outliers", "since", "conflicts"] as const;
export type DigestKind = (typeof kinds)[number];

/** One line of the digest, in words; the figures of what moved as decimal strings. */
export type DigestRow = {
  readonly kind: DigestKind;
  readonly unit: UnitKey;
  /** Where it stands: what came after the 定稿 can be of another period. */
  readonly period: Period;
  readonly mark: string;
  readonly title: string;
  readonly what: string;
  readonly moved: {
    readonly measure: string;
    readonly now: string;
    readonly before: string;
    readonly change: string;
  } | null;
  readonly note: string;
  readonly link: { readonly page: string; readonly params: Readonly<Record<string, string>> };
};

export type Words = {
  readonly t: Translate;
  readonly plan: Plan;
  readonly formats: Formats;
  readonly language: Language;
};

/** Every line of the digest in the order of its kinds. */
export function digestRows(words: Words, digest: Digest): DigestRow[] {
  const { t, plan, formats, language } = words;
  const line = (kind: DigestKind, unit: UnitKey, item: Item) => ({
    kind,
    unit,
    period: digest.period,
    ...named(words, item),
    moved: null,
    link: { page: "review", params: { unit, tab: "all", item } },
  });
  return [
    ...digest.movers.map((mover) => moverRow(words, digest.period, mover)),
    ...digest.gaps.map((gap) => gapRow(words, digest.period, gap)),
    ...digest.outliers.map(({ unit, finding, explanation }): DigestRow => ({
      ...line("outliers", unit, finding.item),
      what: describeFinding(plan, finding, language, { here: true }),
      note:
        explanation === null ? t("monitoring:unexplained") : t("monitoring:explained", { text: explanation }),
    })),
    ...(digest.since?.items ?? []).map(({ unit, item, kind, counts, period }): DigestRow => ({
      ...line("since", unit, item),
      period,
      what: sinceWord(words, t(`snapshots:kind.${kind}`), period, digest.period),
      note: t(counts ? "monitoring:counts" : "monitoring:waits"),
    })),
    ...digest.conflicts.map(({ unit, item, sides, at }): DigestRow => ({
      ...line("conflicts", unit, item),
      what: t("monitoring:conflict", { count: sides, at: formats.dayTime(at) }),
      note: "",
      link: { page: "conflict", params: { unit, item } },
    })),
  ];
}

const named = ({ t, plan, language }: Words, item: Item) => ({
  mark: itemMark(t, item),
  title: itemTitle(plan, item, language),
});

const sinceWord = ({ t, formats }: Words, kind: string, period: Period, of: Period): string =>
  period === of ? kind : t("monitoring:ofPeriod", { kind, period: formats.period(period) });

function inputOf(plan: Plan, { item, input }: Mover): IndicatorInput | undefined {
  const parts = parseItem(item);
  if (parts.kind !== "indicator") return undefined;
  return plan.indicators.find(({ id }) => id === parts.id)?.inputs.find(({ id }) => id === input);
}

function moverRow(words: Words, at: Period, mover: Mover): DigestRow {
  const { t, plan, formats } = words;
  const { unit, item, input, against, period, value, before, change } = mover;
  const known = inputOf(plan, mover);
  return {
    kind: "movers",
    unit,
    period: at,
    ...named(words, item),
    what: t(`monitoring:${against}`, {
      input: known?.name ?? input,
      period: against === "year" ? formats.yearSpan(period) : formats.period(period),
    }),
    moved: { measure: known?.unit ?? "", now: value, before, change },
    note: "",
    link: { page: "review", params: { unit, tab: "all", item } },
  };
}

function gapRow(
  words: Words,
  at: Period,
  { unit, item, count, kind, date, daysLate, source }: Gap,
): DigestRow {
  const { t, formats } = words;
  const what = {
    missing: () => t("monitoring:missing", { date: formats.day(date), days: daysLate }),
    waiting: () => t("monitoring:waiting", { date: formats.day(date) }),
    "no-data": () => t("monitoring:noData", { date: formats.day(date) }),
  };
  return {
    kind: "gaps",
    unit,
    period: at,
    ...(item === null ? { mark: "", title: t("monitoring:allIndicators", { count }) } : named(words, item)),
    what: what[kind](),
    moved: null,
    note: source === null ? "" : t("monitoring:noDataSource", { source }),
    link: { page: "review", params: { unit, tab: "all", ...(item !== null && { item }) } },
  };
}

/** The digest as one table, kind by kind. */
export function digestTable(
  { t, plan, formats }: Words,
  digest: Digest,
  rows: readonly DigestRow[],
): DataTable {
  const heads = [
    ["kind", 10],
    ["unit", 12],
    ["item", 32],
    ["what", 44],
    ["measure", 10],
    ["now", 14],
    ["before", 14],
    ["change", 12],
    ["note", 40],
  ] as const;
  const { threshold } = digest;
  return {
    name: t("monitoring:tableName", { period: formats.period(digest.period) }),
    columns: heads.map(([head, width]) => ({ head: t(`monitoring:head.${head}`), width })),
    rows: rows.map(({ kind, unit, mark, title, what, moved, note }) => [
      given(t(`monitoring:kind.${kind}`)),
      given(unitName(plan, unit)),
      given([mark, title].join(" ").trim()),
      given(what),
      given(moved?.measure ?? ""),
      figureCell(moved?.now ?? null),
      figureCell(moved?.before ?? null),
      figureCell(moved?.change ?? null),
      given(note),
    ]),
    notes: [
      threshold === null
        ? t("monitoring:moversNoRule")
        : t("monitoring:moversRule", {
            percent: threshold.percent,
            minimum: groupFigure(String(threshold.minimum)),
          }),
    ],
  };
}
