import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { Formats } from "../../../app/formats.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Period } from "#shared/plan/ids.ts";
import { previousPeriod, samePeriodLastYear } from "#shared/plan/calendar.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { indicatorOf } from "../../../app/drafts.ts";
import { NameCell, NowCell, PastCell, RegisterLink, StateCell, TextCell, UnitCell } from "./grid-cells.tsx";
import type { ItemRow } from "./rows.ts";

export const gridFeatures = tableFeatures({});
const helper = createColumnHelper<typeof gridFeatures, ItemRow>();

type Heads = {
  readonly t: Translate;
  readonly formats: Formats;
  readonly plan: Plan;
  readonly period: Period;
};

const head = (title: string, sub = ""): ReactNode => (
  <>
    {title}
    {sub !== "" && <small>{sub}</small>}
  </>
);

/** The columns from left to right. Task and register lines fill the columns of past figures with their words. */
export function gridColumns({ t, formats, plan, period }: Heads) {
  const last = previousPeriod(plan, period);
  const before = last && previousPeriod(plan, last);
  const lastYear = samePeriodLastYear(plan, period);
  const short = (of: Period | undefined): string => (of === undefined ? t("entry:none") : formats.span(of));
  const past = (id: "last" | "before" | "lastYear" | "growth", title: string, sub: string) =>
    helper.display({
      id,
      header: () => head(title, sub),
      cell: ({ row }) =>
        row.original.kind === "indicator" ? <PastCell row={row.original} column={id} /> : null,
    });
  return helper.columns([
    helper.display({
      id: "state",
      header: () => head(t("entry:columnState")),
      cell: ({ row }) => <StateCell row={row.original} />,
    }),
    helper.display({
      id: "name",
      header: () => head(t("entry:columnName")),
      cell: ({ row }) => <NameCell row={row.original} />,
    }),
    helper.display({
      id: "unit",
      header: () => head(t("entry:columnUnit")),
      cell: ({ row }) => <UnitCell row={row.original} />,
    }),
    helper.display({
      id: "now",
      header: () => head(t("entry:columnNow"), formats.ytd(period)),
      cell: ({ row }) => <NowCell row={row.original} />,
    }),
    helper.display({
      id: "text",
      header: () => null,
      cell: ({ row }) => {
        if (row.original.kind === "task") return <TextCell row={row.original} />;
        return row.original.kind === "register" ? <RegisterLink row={row.original} /> : null;
      },
    }),
    past("last", t("entry:columnLast"), short(last)),
    past("before", t("entry:columnBefore"), short(before)),
    past(
      "lastYear",
      t("entry:columnLastYear"),
      lastYear === undefined ? t("entry:none") : formats.yearSpan(lastYear),
    ),
    past("growth", t("entry:columnGrowth"), t("entry:percentSign")),
    helper.display({
      id: "note",
      header: () => head(t("entry:columnNote")),
      cell: ({ row }) =>
        row.original.kind === "indicator" && row.original.first ? noteOf(row.original) : null,
    }),
  ]);
}

function noteOf({ view }: Extract<ItemRow, { kind: "indicator" }>): string {
  const { note, notApplicable, noData } = indicatorOf(view);
  return note ?? notApplicable ?? noData?.source ?? "";
}
