import { useState } from "react";
import type { CompletenessView } from "#shared/ipc/completeness-view.ts";
import { periodAt, periodsOf, yearOf } from "#shared/plan/calendar.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { navigate, replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import { Key } from "../../components/marks.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { CellPanel } from "./cell-panel.tsx";
import "./completeness.css";
import { itemsTable, periodsTable } from "./export-tables.ts";
import { FilterBar } from "./filter-bar.tsx";
import { samePeriodOf, sectionsOf } from "./item-rows.ts";
import { ItemsView } from "./items-view.tsx";
import { filterOf, isOfFilter } from "./looks.ts";
import { Matrix, type Place } from "./matrix.tsx";
import { ReminderDialog } from "./reminder-dialog.tsx";
import { remindersOf } from "./reminders.ts";
import { Stats } from "./stats.tsx";

/** 完成情况: who reported what, when. View, years and filter stand in the address. */
export function Completeness() {
  const t = useT();
  const { period } = useSession();
  const { params } = useRoute();
  const range = params["range"] === "plan" ? "plan" : "year";
  const query = useEngine("completeness.get", { period, range });
  if (query.status === "ready") return <CompletenessOf view={query.value} range={range} />;
  return (
    <main className="main">
      {query.status === "failed" ? <Failed error={query.error} /> : <Loading />}
      <h1 className="sr-only">{t("completeness:title")}</h1>
    </main>
  );
}

type Props = { readonly view: CompletenessView; readonly range: "year" | "plan" };

function CompletenessOf({ view, range }: Props) {
  const t = useT();
  const formats = useFormats();
  const language = planLanguage(useLanguage());
  const { plan, setPeriod } = useSession();
  const { params } = useRoute();
  const [chosen, setChosen] = useState<Place | null>(null);
  const [reminding, setReminding] = useState<{ readonly only: string | null } | null>(null);
  const filter = filterOf(params["filter"]);
  const side = params["view"] === "items" ? "items" : "periods";
  const at = view.periods.indexOf(view.period);
  const shown = view.units.filter(({ cells }) => filter === null || isOfFilter(cells[at], filter));
  const sections = sectionsOf(plan, view, filter);
  const reminders = remindersOf(view, { t, formats, plan, language });
  const table =
    side === "periods"
      ? periodsTable(t, formats, view, shown)
      : itemsTable(t, formats, { plan, language }, view, sections);
  const go = (change: Readonly<Record<string, string | null>>): void =>
    replaceRoute(
      "completeness",
      Object.fromEntries(
        Object.entries({ ...params, ...change }).flatMap(([name, value]) =>
          value === null ? [] : [[name, value] as const],
        ),
      ),
    );
  const open = ({ unit, period }: Place, item?: string): void => {
    setPeriod(period);
    navigate("review", { unit, tab: "all", ...(item !== undefined && { item }) });
  };
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("completeness:title")}</h1>
        <Segmented
          label={t("completeness:view")}
          value={side}
          items={[
            { value: "periods", label: t("completeness:byPeriod") },
            { value: "items", label: t("completeness:byItem") },
          ]}
          onChange={(value) => go({ view: value === "items" ? value : null })}
        />
        <Years range={range} onRange={(value) => go({ range: value === "plan" ? value : null })} />
        <span className="grow" />
        <ExportMenu table={table.rows.length === 0 ? null : table} />
        <Button icon="phone" disabled={reminders.length === 0} onClick={() => setReminding({ only: null })}>
          {t("completeness:remindUnits", { count: reminders.length })}
        </Button>
      </div>
      <FilterBar view={view} filter={filter} onFilter={(value) => go({ filter: value })} />
      {side === "periods" ? (
        <PeriodsSide
          {...{ view, shown, chosen, open }}
          onChoose={setChosen}
          onRemind={(unit) => setReminding({ only: unit })}
        />
      ) : (
        <div className="workarea">
          <div className="completeness">
            <ItemsView
              view={view}
              sections={sections}
              filter={filter}
              onOpen={(unit, item) => open({ unit, period: view.period }, item)}
            />
          </div>
        </div>
      )}
      {reminding !== null && (
        <ReminderDialog reminders={reminders} only={reminding.only} onClose={() => setReminding(null)} />
      )}
      <StatusNote>
        <span className="hints">
          <Key>↑</Key> <Key>↓</Key> <Key>←</Key> <Key>→</Key> {t("completeness:moveKeys")}
        </span>
      </StatusNote>
    </main>
  );
}

type SideProps = {
  readonly view: CompletenessView;
  readonly shown: CompletenessView["units"];
  readonly chosen: Place | null;
  readonly open: (place: Place) => void;
  readonly onChoose: (place: Place | null) => void;
  readonly onRemind: (unit: string) => void;
};

function PeriodsSide({ view, shown, chosen, open, onChoose, onRemind }: SideProps) {
  const t = useT();
  const unit = shown.find((each) => each.unit === chosen?.unit);
  const cell = chosen === null ? null : (unit?.cells[view.periods.indexOf(chosen.period)] ?? null);
  const isHere = chosen?.period === view.period && cell !== null && cell.missing > 0;
  return (
    <div className={cell === null ? "workarea" : "workarea completeness--panel"}>
      <div className="completeness">
        <Stats view={view} />
        {shown.length === 0 ? (
          <Empty icon="check" title={t("completeness:noneOfFilter")} />
        ) : (
          <Matrix {...{ view, shown, chosen, onChoose }} onOpen={open} />
        )}
        <p className="hint">{t("completeness:footnote")}</p>
      </div>
      {unit !== undefined && chosen !== null && cell !== null && (
        <CellPanel
          unit={unit}
          period={chosen.period}
          cell={cell}
          onClose={() => onChoose(null)}
          onOpen={() => open(chosen)}
          onRemind={isHere ? () => onRemind(unit.unit) : undefined}
        />
      )}
    </div>
  );
}

type YearsProps = { readonly range: "year" | "plan"; readonly onRange: (range: "year" | "plan") => void };

/** The years of the plan that have begun, and all of them at once. */
function Years({ range, onRange }: YearsProps) {
  const t = useT();
  const { plan, period, setPeriod, today } = useSession();
  const until = periodAt(plan, today);
  const begun = periodsOf(plan).filter((each) => each <= until || each === period);
  const years = [...new Set(begun.map(yearOf))];
  return (
    <Segmented
      label={t("completeness:years")}
      value={range === "plan" ? range : String(yearOf(period))}
      items={[
        ...years.map((year) => ({ value: String(year), label: t("charts:year", { year }) })),
        { value: "plan", label: t("completeness:wholePlan") },
      ]}
      onChange={(value) => {
        onRange(value === "plan" ? "plan" : "year");
        const goal = value === "plan" ? undefined : samePeriodOf(begun, Number(value), period);
        if (goal !== undefined) setPeriod(goal);
      }}
    />
  );
}
