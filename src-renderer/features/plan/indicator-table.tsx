import { scheduleById } from "#shared/plan/calendar.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { targetText } from "../../components/target-text.ts";
import { BasisTag } from "./basis-tag.tsx";
import { dueText } from "./open-matters.ts";

/** All indicators with the words of the notice that they come from. */
export function IndicatorTable() {
  const t = useT();
  const { plan } = useSession();
  return (
    <div className="card plan-scroll">
      <table className="table plan-table">
        <thead>
          <tr>
            <th scope="col">{t("plan:no")}</th>
            <th scope="col">{t("plan:indicator")}</th>
            <th scope="col">{t("plan:target")}</th>
            <th scope="col">{t("plan:from")}</th>
            <th scope="col">{t("plan:frequency")}</th>
            <th scope="col" className="wide">
              {t("plan:quote")}
            </th>
            <th scope="col">{t("plan:definition")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.indicators.map((indicator) => (
            <IndicatorRow key={indicator.id} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IndicatorRow({ indicator }: { indicator: Indicator }) {
  const t = useT();
  const { plan } = useSession();
  const schedule = scheduleById(plan, indicator.schedule);
  return (
    <tr>
      <td className="no">{indicator.id}</td>
      <th scope="row">
        {indicator.name}
        <small>
          {indicator.inputs.map(({ name, unit }) => `${name} ${unit}`).join(t("common:listSeparator"))}
        </small>
      </th>
      <td className="nowrap tnum">{targetText(t, indicator)}</td>
      <td className="nowrap">{t(`plan:from.${indicator.from}`)}</td>
      <td className="nowrap">
        {t(`plan:frequency.${schedule.frequency}`)}
        <small>
          {dueText(schedule, t)} <BasisTag basis={schedule.basis} />
        </small>
      </td>
      <td className="wide">{indicator.quote}</td>
      <td>
        {indicator.definition ?? <span className="faint">{t("plan:definitionNone")}</span>}
        {indicator.definitionBasis !== undefined && (
          <small>
            <BasisTag basis={indicator.definitionBasis} />
          </small>
        )}
      </td>
    </tr>
  );
}
