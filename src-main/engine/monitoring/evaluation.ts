import { appError } from "#shared/errors.ts";
import { evaluateAll, type EvaluatedUnit, type KnownFigure } from "#shared/evaluation/evaluate.ts";
import {
  evaluationSettingsSchema,
  fitsPlan,
  type EvaluationSettings,
} from "#shared/evaluation/evaluation-settings.ts";
import type { EvaluationView } from "#shared/ipc/monitoring-view.ts";
import { samePeriodLastYear } from "#shared/plan/calendar.ts";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { isCountyLike, reportingUnits } from "#shared/plan/units.ts";
import { fail, ok } from "#shared/result.ts";
import type { RollupResult, UnitFigure } from "#shared/rollup/types.ts";
import { eraseFact, readFact, writeFact } from "../../store/facts.ts";
import { returnedItems } from "../../store/records.ts";
import { rollUpPeriod } from "../rollup/rollup.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";
import { completenessReader } from "../period/unit-completeness.ts";

/** 考核 of a period by the office's own settings, from accepted figures. Nothing of it is kept but the settings. */
export function evaluationView(session: Session, period: Period): Answer<EvaluationView> {
  const now = rollUpPeriod(session, period, false);
  if (!now.ok) return now;
  const settings = storedSettings(session);
  if (settings === null) return ok({ settings: null, evaluation: null });
  const before = samePeriodLastYear(session.plan, period);
  const lastYear = before === undefined ? null : rollUpPeriod(session, before, false);
  if (lastYear !== null && !lastYear.ok) return lastYear;
  const completeness = completenessReader(session, [period]);
  const returned = returnedItems(session.db, period);
  const units = reportingUnits(session.plan, period)
    .filter(isCountyLike)
    .map(({ key }): EvaluatedUnit => {
      const { onTime, late, missing } = completeness(key, period);
      return {
        unit: key,
        figures: figuresOf(session, now.value, lastYear?.value ?? null, key),
        onTime,
        late,
        missing,
        returned: returned.get(key) ?? 0,
      };
    });
  return ok({ settings, evaluation: evaluateAll(settings, units) });
}

/** Null takes the settings away. */
export function saveEvaluation(
  session: Session,
  settings: EvaluationSettings | null,
): Answer<Record<string, never>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (settings === null) eraseFact(session.db, "evaluation");
  else if (!fitsPlan(session.plan, settings)) return fail(appError("invalid-input", { where: "evaluation" }));
  else writeFact(session.db, "evaluation", JSON.stringify(settings));
  return ok({});
}

/** NOTE: a weight of an indicator that the plan no longer has stays, and its part says that there is no figure. */
function storedSettings({ db }: Session): EvaluationSettings | null {
  const stored = readFact(db, "evaluation");
  return stored === undefined ? null : evaluationSettingsSchema.parse(JSON.parse(stored));
}

function figuresOf(
  { plan }: Session,
  now: RollupResult,
  lastYear: RollupResult | null,
  unit: UnitKey,
): ReadonlyMap<string, KnownFigure> {
  return new Map(
    plan.indicators.map(({ id, measure }): [string, KnownFigure] => {
      const [own, before] = [unitFigure(now, id, unit), unitFigure(lastYear, id, unit)];
      return [
        id,
        {
          figure: own?.value ?? null,
          target: own?.target ?? null,
          lastYear: before?.value ?? null,
          notApplicable: own?.state === "not-applicable",
          isRate: measure === "growth",
        },
      ];
    }),
  );
}

const unitFigure = (result: RollupResult | null, id: string, unit: UnitKey): UnitFigure | undefined =>
  result?.indicators
    .find((figure) => figure.id === id && figure.chain === undefined)
    ?.byUnit.find((each) => each.unit === unit);
