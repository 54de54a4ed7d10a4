import { useMemo, useState } from "react";
import { nextNumber } from "#shared/rollup/snapshot.ts";
import { rollupName } from "#shared/workbook/rollup-workbook.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { ExportMenu, FileMenu } from "../../components/export-menu.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { BoardView } from "./board/board-view.tsx";
import { DoubleKeys, doubleKeysTable } from "./double-keys/double-keys.tsx";
import { FiguresView } from "./figures-view.tsx";
import { Lights } from "./lights.tsx";
import "./rollup.css";
import type { LightName } from "./rollup-rows.ts";
import { SnapshotDialog } from "./snapshots/snapshot-dialog.tsx";
import { Snapshots } from "./snapshots/snapshots.tsx";
import { isView, views, type View } from "./views.ts";
import { Years } from "./years/years.tsx";
import { yearRows, yearsTable } from "./years/years-table.ts";

/** 汇总: city figures now, along the years and by task, what is to be settled of them, and the versions frozen. */
export function Rollup() {
  const t = useT();
  const formats = useFormats();
  const { period } = useSession();
  const { params } = useRoute();
  const view: View = isView(params["view"]) ? params["view"] : "figures";
  const [freezing, setFreezing] = useState(false);
  const snapshots = useEngine("snapshot.list", { period });
  const doubles = useEngine("rollup.doubleKeys", { period });
  const versions = snapshots.status === "ready" ? snapshots.value.versions : [];
  const [newest] = versions;
  const open = doubles.status === "ready" ? doubles.value.filter(({ state }) => state === "open").length : 0;
  const counts: Partial<Record<View, number>> = { "double-keys": open, snapshots: versions.length };
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("rollup:title")}</h1>
        <Segmented<View>
          label={t("rollup:views")}
          value={view}
          items={views.map((name) => ({
            value: name,
            label: [t(`rollup:view.${name}`), counts[name] || ""].join(" ").trim(),
          }))}
          onChange={(name) => replaceRoute("rollup", name === "figures" ? {} : { view: name })}
        />
        <span className="grow" />
        {newest !== undefined && (
          <span className="muted t-13 nowrap">
            {t("snapshots:madeLast", { number: newest.number, at: formats.dayTime(newest.at) })}
          </span>
        )}
        <Button
          variant={newest === undefined ? "primary" : "normal"}
          icon="stamp"
          disabled={snapshots.status === "loading"}
          onClick={() => setFreezing(true)}
        >
          {t(newest === undefined ? "snapshots:make" : "snapshots:makeAgain")}
        </Button>
      </div>
      {view === "figures" && <FiguresSide />}
      {view === "years" && <YearsSide />}
      {view === "tasks" && <TasksSide />}
      {view === "double-keys" && <DoubleKeysSide />}
      {view === "snapshots" &&
        (snapshots.status === "ready" ? (
          <Snapshots list={snapshots.value} />
        ) : snapshots.status === "failed" ? (
          <Failed error={snapshots.error} />
        ) : (
          <Loading />
        ))}
      {freezing && <SnapshotDialog next={nextNumber(versions)} onClose={() => setFreezing(false)} />}
    </main>
  );
}

function FiguresSide() {
  const t = useT();
  const { period } = useSession();
  const [includePending, setIncludePending] = useState(false);
  const [light, setLight] = useState<LightName | null>(null);
  const query = useEngine("rollup.get", { period, includePending });
  const rollup = query.status === "ready" ? query.value : null;
  return (
    <>
      <div className="subbar rollup-bar">
        {rollup !== null && <Lights rollup={rollup} light={light} onLight={setLight} />}
        <span className="grow" />
        <Checkbox checked={includePending} onChange={setIncludePending}>
          {t("rollup:includePending")}
        </Checkbox>
        <FileMenu
          name={rollup === null ? null : rollupName(period, includePending)}
          write={(format, dir) => callEngine("rollup.export", { period, includePending, format, dir })}
        />
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {rollup !== null && <FiguresView rollup={rollup} light={light} onAll={() => setLight(null)} />}
    </>
  );
}

function YearsSide() {
  const t = useT();
  const formats = useFormats();
  const { plan, period } = useSession();
  const query = useEngine("rollup.series", { period, includePending: false });
  const series = query.status === "ready" ? query.value : null;
  const rows = useMemo(() => (series === null ? [] : yearRows(plan, series, period)), [plan, series, period]);
  const table = useMemo(
    () => (series === null ? null : yearsTable(t, formats, series, period, rows)),
    [t, formats, series, period, rows],
  );
  return (
    <>
      <div className="subbar rollup-bar">
        <span className="muted t-13">{t("rollup:valueAccepted")}</span>
        <span className="grow" />
        <ExportMenu table={table} />
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {series !== null && <Years series={series} rows={rows} />}
    </>
  );
}

function TasksSide() {
  const { period } = useSession();
  const query = useEngine("tasks.board", { period });
  if (query.status === "loading") return <Loading />;
  if (query.status === "failed") return <Failed error={query.error} />;
  return <BoardView board={query.value} />;
}

function DoubleKeysSide() {
  const t = useT();
  const formats = useFormats();
  const { plan, period } = useSession();
  const query = useEngine("rollup.doubleKeys", { period });
  const list = query.status === "ready" ? query.value : null;
  const table = useMemo(
    () =>
      list === null || list.length === 0 ? null : doubleKeysTable(t, plan, list, formats.period(period)),
    [t, plan, list, formats, period],
  );
  return (
    <>
      <div className="subbar rollup-bar">
        <span className="grow" />
        <ExportMenu table={table} />
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {list !== null && <DoubleKeys list={list} />}
    </>
  );
}
