import { useMemo, useState } from "react";
import type { Evaluation, Score } from "#shared/evaluation/evaluate.ts";
import type { EvaluationSettings } from "#shared/evaluation/evaluation-settings.ts";
import { unitName } from "#shared/plan/units.ts";
import { formatExact } from "#shared/rollup/format-decimal.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { ExportMenu } from "../../components/export-menu.tsx";
import "./evaluation.css";
import { EvaluationDialog } from "./evaluation-dialog.tsx";
import { evaluationTable, gapsIn, partLine, pointsText, rulesText } from "./evaluation-words.ts";

/** 考核 of the period by the office's own settings; without them it says so and offers to set them. */
export function EvaluationView() {
  const t = useT();
  const formats = useFormats();
  const { plan, period } = useSession();
  const [setting, setSetting] = useState(false);
  const query = useEngine("evaluation.get", { period });
  const known = query.status === "ready" ? query.value : null;
  const { settings = null, evaluation = null } = known ?? {};
  const table = useMemo(
    () =>
      settings === null || evaluation === null
        ? null
        : evaluationTable(t, plan, formats.period(period), { settings, ...evaluation }),
    [t, plan, formats, period, settings, evaluation],
  );
  return (
    <>
      {settings !== null && evaluation !== null && (
        <div className="subbar monitoring-bar">
          <span className="t-13 nowrap">
            {t("evaluation:full", { points: formatExact(evaluation.full) })}
          </span>
          <span className="muted t-12">{t("evaluation:local")}</span>
          <span className="grow" />
          <Button variant="quiet" icon="settings" onClick={() => setSetting(true)}>
            {t("evaluation:change")}
          </Button>
          <ExportMenu table={table} />
        </div>
      )}
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {known !== null && settings === null && (
        <Empty
          icon="scale"
          title={t("evaluation:none")}
          action={
            <Button variant="primary" onClick={() => setSetting(true)}>
              {t("evaluation:set")}
            </Button>
          }
        >
          {t("evaluation:noneText")}
        </Empty>
      )}
      {settings !== null && evaluation !== null && <Scores settings={settings} evaluation={evaluation} />}
      {setting && <EvaluationDialog settings={settings} onClose={() => setSetting(false)} />}
    </>
  );
}

function Scores({ settings, evaluation }: { settings: EvaluationSettings; evaluation: Evaluation }) {
  const t = useT();
  const { plan } = useSession();
  const [chosen, setChosen] = useState(evaluation.scores[0]?.unit);
  const score = evaluation.scores.find(({ unit }) => unit === chosen) ?? evaluation.scores[0];
  return (
    <div className="evaluation">
      <div
        className="evaluation__list"
        tabIndex={0}
        role="region"
        aria-label={t("monitoring:view.evaluation")}
      >
        <table className="table table--dense">
          <thead>
            <tr>
              <th scope="col">{t("evaluation:unit")}</th>
              <th scope="col" className="num">
                {t("evaluation:total")}
              </th>
              <th scope="col">{t("evaluation:grade")}</th>
              <th scope="col">{t("evaluation:open")}</th>
            </tr>
          </thead>
          <tbody>
            {evaluation.scores.map((each) => (
              <tr key={each.unit} className={each === score ? "is-selected" : undefined}>
                <td className="nowrap">
                  <button
                    type="button"
                    className="link"
                    aria-pressed={each === score}
                    onClick={() => setChosen(each.unit)}
                  >
                    {unitName(plan, each.unit)}
                  </button>
                </td>
                <td className="num tnum nowrap">
                  <b>{pointsText(each.total)}</b>
                </td>
                <td className="nowrap">{each.grade ?? "—"}</td>
                <td className={each.complete ? "muted t-12" : "t-12"}>
                  {each.complete
                    ? t("evaluation:complete")
                    : gapsIn(t, plan, each).join(t("common:sentenceSeparator"))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <ul className="evaluation__rules muted t-12">
          {rulesText(t, plan, settings).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {score !== undefined && <Parts score={score} evaluation={evaluation} />}
    </div>
  );
}

function Parts({ score, evaluation }: { score: Score; evaluation: Evaluation }) {
  const t = useT();
  const { plan } = useSession();
  const title = t("evaluation:partsOf", { unit: unitName(plan, score.unit) });
  return (
    <aside className="evaluation__parts" aria-label={title} tabIndex={0}>
      <h2>{title}</h2>
      <ul>
        {score.parts.map((part) => {
          const line = partLine(t, plan, part);
          const facts = [
            [t("evaluation:figure"), line.figure],
            [t("evaluation:against"), line.against],
            [t("evaluation:rate"), line.rate],
            [t("evaluation:weight"), line.weight],
          ] as const;
          return (
            <li key={line.name}>
              <div className="evaluation__part">
                <span className="grow">{line.name}</span>
                <b className="tnum">{line.points}</b>
              </div>
              <dl>
                {facts
                  .filter(([, value]) => part.kind === "indicator" || value !== "—")
                  .map(([label, value]) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd className="tnum">{value}</dd>
                    </div>
                  ))}
              </dl>
              {line.why !== "" && <p className="evaluation__why">{line.why}</p>}
            </li>
          );
        })}
      </ul>
      <div className="evaluation__part evaluation__sum">
        <span className="grow">{t("evaluation:sum")}</span>
        <b className="tnum">
          {t("evaluation:fullOf", { points: pointsText(score.total), full: formatExact(evaluation.full) })}
        </b>
      </div>
      {!score.complete && <p className="muted t-12">{t("evaluation:noGrade")}</p>}
    </aside>
  );
}
