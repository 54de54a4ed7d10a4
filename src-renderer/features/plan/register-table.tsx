import { scheduleById } from "#shared/plan/calendar.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { dueText } from "./open-matters.ts";

/** The registers with the fields that are asked. */
export function RegisterTable() {
  const t = useT();
  const { plan } = useSession();
  return (
    <div className="card plan-scroll">
      <table className="table plan-table">
        <thead>
          <tr>
            <th scope="col">{t("plan:register")}</th>
            <th scope="col">{t("plan:key")}</th>
            <th scope="col" className="wide">
              {t("plan:fields")}
            </th>
            <th scope="col">{t("plan:frequency")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.registers.map((register) => {
            const schedule = scheduleById(plan, register.schedule);
            return (
              <tr key={register.id}>
                <th scope="row">{register.name}</th>
                <td>{register.key.name}</td>
                <td className="wide">
                  {register.fields.map(({ name }) => name).join(t("common:listSeparator"))}
                  {register.note !== undefined && <small>{register.note}</small>}
                </td>
                <td className="nowrap">
                  {t(`plan:frequency.${schedule.frequency}`)}
                  <small>{dueText(schedule, t)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
