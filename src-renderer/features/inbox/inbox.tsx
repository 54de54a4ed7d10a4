import { useDeferredValue, useMemo, useState } from "react";
import type { BundleReport } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { Icon } from "../../components/icon.tsx";
import { Progress } from "../../components/progress.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { Archive } from "./archive.tsx";
import { BundlePanel } from "./bundle-panel.tsx";
import { BundleTable } from "./bundle-table.tsx";
import { useFresh } from "./fresh-files.ts";
import "./inbox.css";
import { LoadLine } from "./load-line.tsx";
import { filters, isFilter, isRefused, isShown, loadNow, rowsOf, type Row } from "./rows.ts";
import { useEnrolled } from "./use-enrolled.ts";
import { useFound } from "./use-found.ts";
import { useIntake, type Intake } from "./use-intake.ts";
import { useRetry } from "./use-retry.ts";
import { hasGenuine } from "./what-to-say.ts";

const EARLIER = 5;
const none: readonly BundleReport[] = [];

/** 数据接收: read files, see each one verified, merge what is good. */
export function Inbox() {
  const t = useT();
  const { workspace } = useSession();
  const taken = useEngine("inbox.list", {});
  const fresh = useFresh(workspace.dir);
  const intake = useIntake();
  const route = useRoute();
  const filter = isFilter(route.params["filter"]) ? route.params["filter"] : "all";
  const [selected, setSelected] = useState<string | null>(null);
  const history = taken.status === "ready" ? taken.value : none;
  const load = useMemo(() => loadNow(fresh, history), [fresh, history]);
  // Drawn between other things: a year of packages must not hold up a key or the progress bar.
  const rows = useDeferredValue(useMemo(() => rowsOf(load, history), [load, history]));
  const enrolled = useEnrolled(rows.some(({ report }) => report.kind === "enrol-request"));
  const [query, setQuery] = useState("");
  const found = useFound(rows, query);
  const shown = useMemo(() => found.filter((row) => isShown(row, filter)), [found, filter]);
  const open = shown.find(({ id }) => id === selected)?.report;
  const showRefused = (): void => {
    setQuery("");
    replaceRoute("inbox", {});
    setSelected(rows.find((row) => row.fresh && isRefused(row.report))?.id ?? null);
  };
  const counted = (name: (typeof filters)[number]): number =>
    found.filter((row) => isShown(row, name)).length;
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("inbox:title")}</h1>
        <Segmented
          label={t("inbox:filter")}
          value={filter}
          items={filters.map((name) => ({ value: name, label: `${t(`inbox:${name}`)} ${counted(name)}` }))}
          onChange={(name) => replaceRoute("inbox", name === "all" ? {} : { filter: name })}
        />
        <span className="grow" />
        <Actions intake={intake} rows={rows} />
      </div>
      <div className={open === undefined ? "workarea inbox" : "workarea inbox inbox--panel"}>
        <div className="inbox__main">
          <FileDrop className="dropzone inbox__drop" onFiles={(files) => void intake.inspect(files)}>
            <Icon name="usb" size={20} />
            <span>{t("inbox:dropHere")}</span>
            <small>{t("inbox:dropRule")}</small>
          </FileDrop>
          <Archive query={query} onQuery={setQuery} intake={intake} />
          <Working intake={intake} />
          {intake.work === null && <LoadLine load={load} onRefused={showRefused} />}
          {taken.status === "failed" && <Failed error={taken.error} />}
          {taken.status === "loading" && <Loading />}
          {taken.status === "ready" && shown.length === 0 && (
            <div className="card">
              <Empty icon="inbox" title={t(rows.length === 0 ? "inbox:empty" : "inbox:emptyFilter")}>
                {rows.length === 0 ? t("inbox:emptyText") : undefined}
              </Empty>
            </div>
          )}
          {shown.length > 0 && (
            <BundleTable rows={shown} selected={selected} enrolled={enrolled} onSelect={setSelected} />
          )}
        </div>
        {open !== undefined && (
          <BundlePanel
            report={open}
            earlier={earlierOf(open, history)}
            isHere={hasGenuine(open, history)}
            enrolled={enrolled(open)}
            onClose={() => setSelected(null)}
          />
        )}
      </div>
      <StatusNote>
        <span>
          {t("inbox:summary", {
            all: counted("all"),
            waiting: counted("waiting"),
            merged: counted("merged"),
            rejected: counted("rejected"),
          })}
        </span>
      </StatusNote>
    </main>
  );
}

function Actions({ intake, rows }: { intake: Intake; rows: readonly Row[] }) {
  const t = useT();
  const choose = useChoose();
  const { busy: retrying, retry } = useRetry();
  const mergeable = rows.filter(({ fresh, report }) => fresh && report.status === "mergeable");
  const isAside = rows.some(({ report }) => isRefused(report));
  const busy = intake.work !== null || retrying;
  return (
    <>
      {isAside && (
        <Button
          variant="quiet"
          icon="redo"
          disabled={busy}
          title={t("inbox:retryText")}
          onClick={() => void retry()}
        >
          {t("inbox:retry")}
        </Button>
      )}
      <Button
        icon="plus"
        disabled={busy}
        variant={mergeable.length === 0 ? "primary" : "normal"}
        onClick={() => void choose("bundles").then((files) => intake.inspect(files))}
      >
        {t("inbox:choose")}
      </Button>
      {mergeable.length > 0 && (
        <Button
          icon="inbox"
          variant="primary"
          disabled={busy}
          onClick={() => void intake.merge(mergeable.map(({ report }) => report.file))}
        >
          {t("inbox:merge", { count: mergeable.length })}
        </Button>
      )}
    </>
  );
}

function Working({ intake: { work, progress, stopping, stop } }: { intake: Intake }) {
  const t = useT();
  if (work === null) return null;
  const { done, total } = progress ?? { done: 0, total: 0 };
  const label = t(work === "merging" ? "inbox:merging" : "inbox:reading");
  return (
    <div className="card inbox__progress" role="status">
      <b>{label}</b>
      <Progress done={done} total={total} label={label} />
      {total > 0 && (
        <span className="tnum">
          {t(work === "merging" ? "inbox:mergingCount" : "inbox:readingCount", { done, total })}
        </span>
      )}
      <Button size="sm" disabled={stopping} onClick={stop} title={t("inbox:stopText")}>
        {t("inbox:stop")}
      </Button>
    </div>
  );
}

const earlierOf = (report: BundleReport, all: readonly BundleReport[]): readonly BundleReport[] =>
  report.unit === null
    ? []
    : all
        .filter((other) => other.unit === report.unit && other.digest !== report.digest)
        .filter((other) => other.kind === report.kind)
        .filter((other) => report.sequence === null || (other.sequence ?? 0) <= report.sequence)
        .toSorted((a, b) => (b.sequence ?? 0) - (a.sequence ?? 0))
        .slice(0, EARLIER);
