import type { CompletenessCell, CompletenessView } from "#shared/ipc/completeness-view.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { IconName } from "../../components/icon.tsx";

/** Word, icon and colour of a place in the matrices: any one of them says it, also in black and white. */
export type Look = {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: string;
  /** What holds besides: 迟 5 天 of a place where something was sent back. */
  readonly note?: string;
};
type Tone = "accepted" | "warned" | "part" | "returned" | "conflict" | "invalid" | "sealed" | "na" | "quiet";

/** What of a unit's period needs attention first; 迟报 stands below what is open. */
export function lookOf(t: Translate, cell: CompletenessCell): Look {
  const { expected, timeliness, conflict, returned, missing, late, daysLate } = cell;
  if (expected === 0) return { tone: "na", icon: "st-na", word: t("states:na") };
  if (timeliness === "missing")
    return { tone: "invalid", icon: "st-empty", word: t("completeness:cell.missing") };
  if (timeliness === "not-due") return { tone: "quiet", icon: "minus", word: t("completeness:cell.waiting") };
  const lateWord = t("completeness:cell.late", { count: daysLate });
  const besides = late > 0 ? { note: lateWord } : {};
  if (conflict > 0)
    return {
      tone: "conflict",
      icon: "st-conflict",
      word: t("completeness:cell.conflict", { count: conflict }),
      ...besides,
    };
  if (returned > 0)
    return {
      tone: "returned",
      icon: "st-returned",
      word: t("completeness:cell.returned", { count: returned }),
      ...besides,
    };
  if (missing > 0) {
    const word = t("completeness:cell.part", { count: missing });
    return { tone: "part", icon: "st-draft", word, ...besides };
  }
  if (late > 0) return { tone: "warned", icon: "clock", word: lateWord };
  return { tone: "accepted", icon: "check", word: t("completeness:cell.onTime") };
}

/** 退回 1，迟 5 天. */
export const wordsOf = (t: Translate, { word, note }: Look): string =>
  [word, ...(note === undefined ? [] : [note])].join(t("common:listSeparator"));

export type ItemCell = CompletenessView["items"][number]["cells"][number];

export function itemLookOf(t: Translate, { timing, state }: ItemCell): Look {
  if (timing === "not-applicable") return { tone: "na", icon: "st-na", word: t("states:na") };
  switch (state) {
    case "none":
      return timing === "missing"
        ? { tone: "invalid", icon: "st-empty", word: t("completeness:cell.missing") }
        : { tone: "quiet", icon: "minus", word: t("completeness:cell.waiting") };
    case "sealed":
      return { tone: "sealed", icon: "st-sealed", word: t("states:sealed") };
    case "accepted":
      return { tone: "accepted", icon: "st-accepted", word: t("states:accepted") };
    case "returned":
      return { tone: "returned", icon: "st-returned", word: t("states:returned") };
    case "resubmitted":
      return { tone: "sealed", icon: "st-resubmitted", word: t("states:resubmitted") };
    case "conflict":
      return { tone: "conflict", icon: "st-conflict", word: t("states:conflict") };
  }
}

export const counts = [
  "expected",
  "reported",
  "onTime",
  "late",
  "returned",
  "missing",
  "waiting",
  "notApplicable",
  "noData",
] as const satisfies readonly (keyof CompletenessCell)[];

/** 应报 55，已报 50，…: all of a place's counts in one line. */
export const countsLine = (t: Translate, cell: CompletenessCell): string =>
  counts
    .map((name) => t("completeness:countOf", { label: t(`completeness:count.${name}`), count: cell[name] }))
    .join(t("common:listSeparator"));

export const filters = ["missing", "late", "returned"] as const;
export type Filter = (typeof filters)[number];
export const filterOf = (text: string | undefined): Filter | null =>
  filters.find((known) => known === text) ?? null;

export const isOfFilter = (cell: CompletenessCell | null | undefined, filter: Filter): boolean =>
  cell !== null && cell !== undefined && cell[filter] > 0;

export const isItemOfFilter = ({ timing, state }: ItemCell, filter: Filter): boolean =>
  filter === "returned" ? state === "returned" && timing !== "not-applicable" : timing === filter;
