import type { DecimalString } from "#shared/plan/ids.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { targetWarnings } from "#shared/plan/target-warnings.ts";
import { isCountyLike, mayReport } from "#shared/plan/units.ts";
import { formatExact } from "#shared/rollup/format-decimal.ts";
import { useT } from "../../app/language.tsx";
import { Card } from "../../components/card.tsx";
import { Icon } from "../../components/icon.tsx";
import { targetText } from "../../components/target-text.ts";
import { BasisTag } from "./basis-tag.tsx";
import { usePlanEdits } from "./edits-store.ts";
import { dateIn, figureIn, FigureField, problemOf, TypedFields } from "./typed-fields.tsx";

/** What one indicator is held against: targets by year, of the city and of each county, 基期, 容差, 口径. */
export function IndicatorSettings({ indicator }: { indicator: Indicator }) {
  const t = useT();
  const aside = <span className="hint">{targetText(t, indicator)}</span>;
  return (
    <Card title={`${indicator.id} ${indicator.name}`} aside={aside}>
      <div className="card__body stack stack--4">
        <p className="t-13 muted">{indicator.quote}</p>
        <Definition indicator={indicator} />
        <div className="plan-halves">
          <Baseline indicator={indicator} />
          {indicator.target.comparator === "approx" && <Tolerance indicator={indicator} />}
        </div>
        {indicator.measure === "rank" ? (
          <p className="hint">{t("planEdit:noTargets")}</p>
        ) : (
          <div className="stack stack--2">
            <Warnings indicator={indicator} />
            <Targets indicator={indicator} />
          </div>
        )}
      </div>
    </Card>
  );
}

function Definition({ indicator: { id } }: { indicator: Indicator }) {
  const t = useT();
  const { plan } = usePlanEdits();
  const stands = plan.indicators.find((each) => each.id === id);
  return (
    <div className="field">
      <div className="label">
        <span>{t("plan:definition")}</span>
        {stands?.definitionBasis !== undefined && <BasisTag basis={stands.definitionBasis} />}
      </div>
      <TypedFields
        long
        address={`definition ${id}`}
        width="wide"
        labels={[t("plan:definition")]}
        placeholder={t("plan:definitionNone")}
        stands={[stands?.definition ?? ""]}
        read={([text = ""]) =>
          text.trim().length > 4000
            ? { problems: [t("planEdit:tooLong")] }
            : { kind: "definition", indicator: id, text: text.trim() === "" ? null : text.trim() }
        }
      />
    </div>
  );
}

function Baseline({ indicator: { id, unit } }: { indicator: Indicator }) {
  const t = useT();
  const { plan } = usePlanEdits();
  const stands = plan.settings.baselines.find((each) => each.indicator === id);
  return (
    <div className="field">
      <span className="label">{t("plan:baselines")}</span>
      <TypedFields
        address={`baseline ${id}`}
        labels={[t("planEdit:baselineValue"), t("planEdit:baselineDate")]}
        stands={[stands?.value ?? "", stands?.date ?? ""]}
        around={[null, t("planEdit:unitAsOf", { unit })]}
        placeholder={t("plan:unset")}
        read={([figure = "", day = ""]) => {
          const [value, date] = [figureIn(t, figure), dateIn(t, day)];
          if ("problem" in value || "problem" in date)
            return { problems: [problemOf(value), problemOf(date)] };
          if (value.value === null && date.value === null)
            return { kind: "baseline", indicator: id, baseline: null };
          if (value.value === null) return { problems: [t("planEdit:baselineBoth"), undefined] };
          if (date.value === null) return { problems: [undefined, t("planEdit:baselineBoth")] };
          return { kind: "baseline", indicator: id, baseline: { date: date.value, value: value.value } };
        }}
      />
    </div>
  );
}

function Tolerance({ indicator: { id, unit } }: { indicator: Indicator }) {
  const t = useT();
  const { plan } = usePlanEdits();
  return (
    <div className="field">
      <span className="label">{t("plan:tolerances")}</span>
      <FigureField
        positive
        address={`tolerance ${id}`}
        label={t("plan:tolerances")}
        unit={unit === "%" ? t("planEdit:points") : unit}
        stands={plan.settings.tolerances.find((each) => each.indicator === id)?.value}
        edit={(value) => ({ kind: "tolerance", indicator: id, value })}
      />
    </div>
  );
}

/** What is typed is taken all the same: the office may know why. */
function Warnings({ indicator }: { indicator: Indicator }) {
  const t = useT();
  const { draft } = usePlanEdits();
  const withUnit = (value: DecimalString): string =>
    t("common:figureWithUnit", { value: formatExact(value), unit: indicator.unit });
  return (
    <div role="status">
      {targetWarnings(draft, indicator).map(({ code, year, value, goal, goalYear }) => (
        <p key={year} className="hint hint--warned">
          <Icon name="st-warned" size={14} />
          <span>
            {t(`planEdit:target_${code}`, { year, value: withUnit(value), goal: withUnit(goal), goalYear })}
          </span>
        </p>
      ))}
    </div>
  );
}

function Targets({ indicator: { id, unit } }: { indicator: Indicator }) {
  const t = useT();
  const { plan, draft } = usePlanEdits();
  const { startYear, endYear } = plan.document;
  const years = Array.from({ length: endYear - startYear + 1 }, (_, index) => startYear + index);
  const counties = draft.units.filter((each) => isCountyLike(each) && mayReport(draft, each.key));
  const { annualTargets, countyTargets } = plan.settings;
  return (
    <table className="table table--dense plan-targets">
      <caption>{t("planEdit:targetsText", { unit })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("planEdit:unit")}</th>
          {years.map((year) => (
            <th key={year} scope="col">
              {t("planEdit:year", { year })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t("planEdit:wholeCity")}</th>
          {years.map((year) => (
            <td key={year}>
              <FigureField
                address={`annual-target ${id} ${year}`}
                label={t("planEdit:targetOf", { unit: t("planEdit:wholeCity"), year })}
                stands={annualTargets.find((each) => each.indicator === id && each.year === year)?.value}
                edit={(value) => ({ kind: "annual-target", indicator: id, year, value })}
              />
            </td>
          ))}
        </tr>
        {counties.map(({ key, name }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {years.map((year) => (
              <td key={year}>
                <FigureField
                  address={`county-target ${id} ${key} ${year}`}
                  label={t("planEdit:targetOf", { unit: name, year })}
                  stands={
                    countyTargets.find(
                      (each) => each.indicator === id && each.unit === key && each.year === year,
                    )?.value
                  }
                  edit={(value) => ({ kind: "county-target", indicator: id, unit: key, year, value })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
