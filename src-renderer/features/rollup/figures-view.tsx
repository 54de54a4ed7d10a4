import { useState } from "react";
import type { RollupView } from "#shared/ipc/rollup-view.ts";
import { unitName } from "#shared/plan/units.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { ChainChart } from "./charts/chain-chart.tsx";
import { TrendChart } from "./charts/trend-chart.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import {
  figureKey,
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

type FiguresProps = {
  readonly rollup: RollupView;
  readonly light: LightName | null;
  readonly onAll: () => void;
};

/** 指标: figures against their targets; beside them the chosen one, or pictures of them all. */
export function FiguresView({ rollup, light, onAll }: FiguresProps) {
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
      <div className="workarea rollup rollup--panel">
        <RollupTable
          sections={shown}
          includePending={rollup.includePending}
          selected={traced === null ? selected : figureKey(traced)}
          onSelect={setSelected}
          onTrace={trace}
          onPublish={setPublishing}
        />
        {indicator === undefined ? (
          <Pictures rollup={rollup} />
        ) : (
          <FigurePanel
            key={selected}
            includePending={rollup.includePending}
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
          figure={rollup.indicators.find((each) => figureKey(each) === figureKey(traced))}
          includePending={rollup.includePending}
          onClose={() => setTraced(null)}
        />
      )}
    </>
  );
}

const NAMED = 3;

function Summary({ rollup }: { rollup: RollupView }) {
  const t = useT();
  const { plan } = useSession();
  const { all, some } = missingUnits(plan, rollup);
  const ids = new Set(rollup.indicators.map(({ id }) => id));
  const withValue = new Set(rollup.indicators.filter(({ value }) => value !== null).map(({ id }) => id));
  const named = (units: readonly string[]): string => {
    const names = units.slice(0, NAMED).map((unit) => unitName(plan, unit));
    const text = names.join(t("common:listSeparator"));
    return units.length > NAMED ? t("rollup:statusMore", { units: text, count: units.length }) : text;
  };
  return (
    <StatusNote>
      <span>{t("rollup:statusIndicators", { count: ids.size, withValue: withValue.size })}</span>
      {all.length > 0 && <span>{t("rollup:statusMissing", { units: named(all) })}</span>}
      {some.length > 0 && <span>{t("rollup:statusSome", { units: named(some) })}</span>}
      <span className="hints">{t("rollup:statusRule")}</span>
    </StatusNote>
  );
}

/** What the table says, at a glance: chains against their targets, and how the first of them came along. */
function Pictures({ rollup }: { rollup: RollupView }) {
  const t = useT();
  const { plan } = useSession();
  const first = plan.indicators.find(({ measure }) => measure === "year-flow");
  return (
    <aside className="panel rollup__pictures" aria-label={t("rollup:pictures")}>
      <div className="panel__body" tabIndex={0} role="region" aria-label={t("rollup:pictures")}>
        <ChainChart rollup={rollup} />
        {first !== undefined && <TrendChart indicator={first} includePending={rollup.includePending} />}
        <p className="hint">{t("rollup:footnote")}</p>
      </div>
    </aside>
  );
}
