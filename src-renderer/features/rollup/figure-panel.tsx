import type { ReactNode } from "react";
import { ruleText } from "#shared/i18n/rule-text.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { describeReason } from "#shared/rollup/describe-reason.ts";
import { groupFigure } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Link } from "../../components/link.tsx";
import { Icon } from "../../components/icon.tsx";
import { TrendChart } from "./charts/trend-chart.tsx";
import { UnitChart } from "./charts/unit-chart.tsx";
import { HeldAgainst } from "./held-against.tsx";
import { shortReason, valueText } from "./figure-words.ts";
import { LightWord } from "./indicator-rows.tsx";
import type { Figure } from "./rollup-rows.ts";
import { TraceButton, type OnTrace } from "./trace-button.tsx";
import { unitLook, unitWord } from "./unit-looks.ts";

type Props = {
  readonly indicator: Indicator;
  readonly figure: Figure | null;
  /** Of a per-chain indicator without one chosen: its chains. */
  readonly chains: readonly Figure[];
  readonly includePending: boolean;
  readonly onTrace: OnTrace;
  readonly onPublish: (figure: Figure) => void;
  readonly onClose: () => void;
};

/** What is behind a figure: which units are in it, which are not and why, and how it is made. */
export function FigurePanel(props: Props) {
  const { indicator, figure, chains, includePending, onTrace, onPublish, onClose } = props;
  const t = useT();
  const formats = useFormats();
  const language = planLanguage(useLanguage());
  const { plan, period } = useSession();
  const chain = plan.chains.find(({ id }) => id === figure?.chain);
  const name = chain === undefined ? indicator.name : `${indicator.name} · ${chain.name}`;
  const value = figure === null ? null : valueText(t, figure);
  return (
    <aside className="panel" aria-label={indicator.name}>
      <header className="panel__head">
        <div className="grow">
          <div className="panel__title">
            {indicator.id} · {formats.period(period)} {formats.ytd(period)}
          </div>
          <h2>{name}</h2>
        </div>
        <IconButton icon="x" label={t("rollup:close")} small onClick={onClose} />
      </header>
      <div className="panel__body" tabIndex={0} role="region" aria-label={t("rollup:unitFigures")}>
        {figure !== null && (
          <div className="row row--wrap">
            <span className="rollup__figure">
              {value === null ? (
                "—"
              ) : (
                <TraceButton name={name} value={value} onTrace={(anchor) => onTrace({ figure, anchor })} />
              )}
              {figure.value !== null && <small>{figure.unit}</small>}
            </span>
            <LightWord light={figure.light} reason={describeReason(figure.reason, language)} />
          </div>
        )}
        {figure !== null && <HeldAgainst figure={figure} indicator={indicator} />}
        {figure !== null && <Facts figure={figure} indicator={indicator} />}
        {figure !== null && (
          <div>
            <Button size="sm" icon="stamp" onClick={() => onPublish(figure)}>
              {t(figure.published === undefined ? "rollup:publish" : "rollup:publishMend")}
            </Button>
          </div>
        )}
        {figure === null || figure.byUnit.length === 0 ? (
          <ChainList chains={chains} onTrace={onTrace} />
        ) : (
          <UnitFigures figure={figure} indicator={indicator} onTrace={onTrace} />
        )}
        {figure !== null && figure.queries.length > 0 && <Queries figure={figure} />}
        {figure !== null && (
          <div>
            <TrendChart indicator={indicator} chain={figure.chain} includePending={includePending} />
            <UnitChart figure={figure} indicator={indicator} />
          </div>
        )}
        <Section title={t("rollup:rule")}>
          <p>{ruleText(t, indicator)}</p>
          <p className="muted">
            {indicator.definition === undefined
              ? t("rollup:definitionNone")
              : t("common:labelled", { label: t("rollup:definition"), text: indicator.definition })}
          </p>
        </Section>
        <Section title={t("rollup:quote")}>
          <p>{indicator.quote}</p>
        </Section>
        <p className="hint">
          {t("rollup:lightRule", { yellow: plan.lights.yellowFrom, red: plan.lights.redFrom })}
        </p>
        <p className="hint">{t("rollup:footnote")}</p>
      </div>
    </aside>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="subh">{title}</h3>
      <div className="rollup__lines">{children}</div>
    </section>
  );
}

function Facts({ figure, indicator }: { figure: Figure; indicator: Indicator }) {
  const t = useT();
  const { secondary, sums } = figure;
  const inputName = (id: string): string => indicator.inputs.find((input) => input.id === id)?.name ?? id;
  const lines: { label: string; value: string }[] = [];
  if (secondary.yearOnYear !== undefined) {
    const { display: value, units } = secondary.yearOnYear;
    lines.push({ label: t("rollup:yearOnYear"), value: t("rollup:yearOnYearText", { value, units }) });
  }
  if (secondary.average !== undefined) {
    const { display: value, years, of } = secondary.average;
    lines.push({ label: t("rollup:average"), value: t("rollup:averageText", { value, years, of }) });
  }
  if (secondary.baseline !== undefined) {
    const { value, from } = secondary.baseline;
    lines.push({
      label: t("rollup:baseline"),
      value: t("rollup:baselineText", { value: groupFigure(value), from }),
    });
  }
  for (const { input, display } of secondary.parts ?? [])
    lines.push({ label: inputName(input), value: display });
  for (const [input, value] of Object.entries(sums)) {
    const unit = indicator.inputs.find(({ id }) => id === input)?.unit ?? "";
    lines.push({
      label: t("rollup:sumOf", { input: inputName(input) }),
      value: t("common:figureWithUnit", { value: groupFigure(value), unit }),
    });
  }
  if (lines.length === 0) return null;
  return (
    <dl className="dl rollup__facts">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="tnum">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type UnitFiguresProps = {
  readonly figure: Figure;
  readonly indicator: Indicator;
  readonly onTrace: OnTrace;
};

function UnitFigures({ figure, indicator, onTrace }: UnitFiguresProps) {
  const t = useT();
  const { plan } = useSession();
  const { units } = figure;
  const counts = [
    t("rollup:reported", { count: units.reported }),
    ...(units.missing.length > 0 ? [t("rollup:missing", { count: units.missing.length })] : []),
    ...(units.noData.length > 0 ? [t("rollup:noData", { count: units.noData.length })] : []),
    ...(units.notApplicable > 0 ? [t("rollup:notApplicable", { count: units.notApplicable })] : []),
  ];
  return (
    <section>
      <h3 className="subh">
        {t("rollup:unitFigures")}
        <span className="push">{counts.join(t("common:listSeparator"))}</span>
      </h3>
      <ul className="unit-figures">
        {figure.byUnit.map(({ unit, state, value, display, parts, provisional }) => (
          <li key={unit} className={`is-${state}`}>
            <span>{unitName(plan, unit)}</span>
            <span className={`state state--${unitLook({ state, provisional }).state}`}>
              <Icon name={unitLook({ state, provisional }).icon} size={14} />
              {unitWord(t, { state, provisional })}
            </span>
            <b>
              {state === "missing" ? (
                "—"
              ) : (
                <TraceButton
                  name={unitName(plan, unit)}
                  value={value === null ? partsText(parts, indicator) : display}
                  onTrace={(anchor) => onTrace({ figure, unit, anchor })}
                />
              )}
            </b>
          </li>
        ))}
      </ul>
      <p className="hint">{t("rollup:stateText")}</p>
    </section>
  );
}

/** `12 · 3 · 1`, in the order of the inputs. */
function partsText(parts: Readonly<Record<string, string>> | undefined, indicator: Indicator): string {
  if (parts === undefined) return "—";
  return indicator.inputs.flatMap(({ id }) => parts[id] ?? []).join(" · ");
}

function ChainList({ chains, onTrace }: { chains: readonly Figure[]; onTrace: OnTrace }) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const chainName = ({ chain = "" }: Figure): string =>
    plan.chains.find(({ id }) => id === chain)?.name ?? chain;
  return (
    <ul className="unit-figures">
      {chains.map((figure) => (
        <li key={figure.chain} className="is-counted">
          <span>{chainName(figure)}</span>
          <LightWord light={figure.light} reason={shortReason(t, figure, language)} />
          <b>
            {figure.value === null ? (
              "—"
            ) : (
              <TraceButton
                name={chainName(figure)}
                value={figure.display}
                onTrace={(anchor) => onTrace({ figure, anchor })}
              />
            )}
          </b>
        </li>
      ))}
    </ul>
  );
}

function Queries({ figure }: { figure: Figure }) {
  const t = useT();
  const { plan } = useSession();
  return (
    <Section title={t("rollup:queriesTitle")}>
      <p>
        <Link page="rollup" params={{ view: "double-keys" }}>
          {t("rollup:queriesGo")}
        </Link>
      </p>
      {figure.queries.map(({ key, units, counted }) => {
        const names = units.map((unit) => unitName(plan, unit)).join(t("common:listSeparator"));
        return (
          <p key={key}>
            <span className="mono">{key}</span>{" "}
            {t(counted ? "rollup:queryCounted" : "rollup:queryOpen", { units: names })}
          </p>
        );
      })}
    </Section>
  );
}
