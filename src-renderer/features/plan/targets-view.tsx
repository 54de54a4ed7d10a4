import { useState } from "react";
import type { DecimalString } from "#shared/plan/ids.ts";
import { decimal } from "#shared/rollup/decimal.ts";
import { useT } from "../../app/language.tsx";
import { Card } from "../../components/card.tsx";
import { RadioLine } from "../../components/choice.tsx";
import { targetText } from "../../components/target-text.ts";
import { usePlanEdits } from "./edits-store.ts";
import { IndicatorSettings } from "./indicator-settings.tsx";
import { positiveIn, problemOf, TypedFields, type Said } from "./typed-fields.tsx";

/** 目标与序时: what figures are held against, for the plan as a whole and for each indicator. */
export function TargetsView() {
  const t = useT();
  const { draft } = usePlanEdits();
  const [chosen, setChosen] = useState(draft.indicators[0]?.id);
  const indicator = draft.indicators.find(({ id }) => id === chosen);
  return (
    <div className="stack stack--4">
      <PaceCard />
      <div className="plan-pick">
        <Card title={t("plan:indicators")}>
          <ul className="plan-pick__list" aria-label={t("plan:indicators")}>
            {draft.indicators.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className="plan-pick__item"
                  aria-current={each.id === chosen ? "true" : undefined}
                  onClick={() => setChosen(each.id)}
                >
                  <span className="faint tnum">{each.id}</span>
                  <span className="grow truncate">{each.name}</span>
                  <span className="faint t-12 nowrap">{targetText(t, each)}</span>
                </button>
              </li>
            ))}
          </ul>
        </Card>
        {indicator !== undefined && <IndicatorSettings key={indicator.id} indicator={indicator} />}
      </div>
    </div>
  );
}

function PaceCard() {
  const t = useT();
  const { plan, draft, put } = usePlanEdits();
  const { lights } = plan;
  return (
    <Card title={t("plan:pace")}>
      <div className="card__body plan-pace">
        <RadioLine
          label={t("plan:pace")}
          value={draft.settings.pace}
          onChange={(pace) => put({ kind: "pace", pace })}
          choices={[
            { value: "none", title: t("plan:pace.none") },
            { value: "annual-targets", title: t("plan:pace.annual-targets") },
            { value: "linear", title: t("plan:pace.linear") },
          ]}
        />
        <TypedFields
          address="lights"
          width="small"
          labels={[t("planEdit:yellowFrom"), t("planEdit:redFrom")]}
          stands={[lights.yellowFrom, lights.redFrom]}
          around={[t("planEdit:yellowBehind"), t("planEdit:redBehind"), t("planEdit:points")]}
          read={([yellow = "", red = ""]) => {
            const said = [positiveIn(t, yellow), positiveIn(t, red)] as const;
            const [yellowFrom, redFrom] = [valueOf(said[0]), valueOf(said[1])];
            if (yellowFrom === null || redFrom === null)
              return {
                problems: said.map((each) =>
                  valueOf(each) === null ? (problemOf(each) ?? t("planEdit:notAFigure")) : undefined,
                ),
              };
            return decimal(yellowFrom).gt(decimal(redFrom))
              ? { problems: [undefined, t("planEdit:lightsOrder")] }
              : { kind: "lights", yellowFrom, redFrom };
          }}
        />
      </div>
    </Card>
  );
}

const valueOf = (said: Said<DecimalString | null>): DecimalString | null =>
  "value" in said ? said.value : null;
