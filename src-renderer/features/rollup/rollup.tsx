import { useState } from "react";
import type { RollupView } from "#shared/ipc/rollup-view.ts";
import { unitName } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Light } from "../../components/light.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import "./rollup.css";
import {
  figureKey,
  lightNames,
  missingUnits,
  sectionsOf,
  withLight,
  type Figure,
  type LightName,
} from "./rollup-rows.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { RollupTable } from "./rollup-table.tsx";
import type { OnTrace } from "./trace-button.tsx";
import { TracePopover, type Traced } from "./trace-popover.tsx";

/** 汇总: city figures against their targets, each with who is in it and who is not. */
export function Rollup() {
  const t = useT();
  const { period } = useSession();
  const [includePending, setIncludePending] = useState(false);
  const query = useEngine("rollup.get", { period, includePending });
  const [light, setLight] = useState<LightName | null>(null);
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("rollup:title")}</h1>
        {query.status === "ready" && <Lights rollup={query.value} light={light} onLight={setLight} />}
        <span className="grow" />
        <Checkbox checked={includePending} onChange={setIncludePending}>
          {t("rollup:includePending")}
        </Checkbox>
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {query.status === "ready" && (
        <Figures rollup={query.value} light={light} onAll={() => setLight(null)} />
      )}
    </main>
  );
}

type LightsProps = {
  readonly rollup: RollupView;
  readonly light: LightName | null;
  readonly onLight: (light: LightName | null) => void;
};

function Lights({ rollup, light, onLight }: LightsProps) {
  const t = useT();
  const { plan } = useSession();
  const rows = sectionsOf(plan, rollup).flatMap((section) => section.rows);
  return (
    <div className="filters" role="group" aria-label={t("rollup:lights")}>
      {lightNames.map((name) => (
        <button
          key={name}
          type="button"
          className="filter"
          aria-pressed={light === name}
          onClick={() => onLight(light === name ? null : name)}
        >
          <Light light={name} />
          <b>{rows.filter((row) => row.light === name).length}</b>
        </button>
      ))}
    </div>
  );
}

type FiguresProps = {
  readonly rollup: RollupView;
  readonly light: LightName | null;
  readonly onAll: () => void;
};

function Figures({ rollup, light, onAll }: FiguresProps) {
  const t = useT();
  const { plan } = useSession();
  const [selected, setSelected] = useState<string | null>(null);
  const [traced, setTraced] = useState<Traced | null>(null);
  const trace: OnTrace = ({ figure: { id, chain }, ...from }) => setTraced({ id, chain, ...from });
  const [publishing, setPublishing] = useState<Figure | null>(null);
  const sections = sectionsOf(plan, rollup);
  const shown = withLight(sections, light);
  const figure = rollup.indicators.find((candidate) => figureKey(candidate) === selected) ?? null;
  const indicator = plan.indicators.find(({ id }) => id === (figure?.id ?? selected));
  const tracedIndicator = plan.indicators.find(({ id }) => id === traced?.id);
  if (shown.length === 0) {
    const all = <Button onClick={onAll}>{t("rollup:showAll")}</Button>;
    return <Empty icon="chart" title={t("rollup:emptyFilter")} action={all} />;
  }
  return (
    <>
      <div className={indicator === undefined ? "workarea rollup" : "workarea rollup rollup--panel"}>
        <RollupTable
          sections={shown}
          includePending={rollup.includePending}
          selected={traced === null ? selected : figureKey(traced)}
          onSelect={setSelected}
          onTrace={trace}
          onPublish={setPublishing}
        />
        {indicator !== undefined && (
          <FigurePanel
            key={selected}
            indicator={indicator}
            figure={figure}
            chains={rollup.indicators.filter(({ id, chain }) => id === indicator.id && chain !== undefined)}
            onTrace={trace}
            onPublish={setPublishing}
            onClose={() => setSelected(null)}
          />
        )}
      </div>
      {publishing !== null && <PublishDialog figure={publishing} onClose={() => setPublishing(null)} />}
      <Summary rollup={rollup} />
      {traced !== null && tracedIndicator !== undefined && (
        <TracePopover
          traced={traced}
          indicator={tracedIndicator}
          includePending={rollup.includePending}
          onClose={() => setTraced(null)}
        />
      )}
    </>
  );
}

const NAMED = 4;

function Summary({ rollup }: { rollup: RollupView }) {
  const t = useT();
  const { plan } = useSession();
  const missing = missingUnits(plan, rollup).map((unit) => unitName(plan, unit));
  const ids = new Set(rollup.indicators.map(({ id }) => id));
  const withValue = new Set(rollup.indicators.filter(({ value }) => value !== null).map(({ id }) => id));
  const units = missing.slice(0, NAMED).join(t("common:listSeparator"));
  return (
    <StatusNote>
      <span>{t("rollup:statusIndicators", { count: ids.size, withValue: withValue.size })}</span>
      {missing.length > 0 && (
        <span>
          {missing.length > NAMED
            ? t("rollup:statusMissingMore", { units, count: missing.length })
            : t("rollup:statusMissing", { units })}
        </span>
      )}
      <span className="hints">{t("rollup:statusRule")}</span>
    </StatusNote>
  );
}
