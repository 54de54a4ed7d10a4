import { Fragment } from "react";
import type { Task } from "#shared/plan/schema.ts";
import { responsibleFor } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { BasisTag } from "./basis-tag.tsx";

/** All tasks by section, in the notice's own words. */
export function TaskTable() {
  const t = useT();
  const { plan } = useSession();
  return (
    <div className="card plan-scroll">
      <table className="table plan-table">
        <thead>
          <tr>
            <th scope="col">{t("plan:no")}</th>
            <th scope="col">{t("plan:task")}</th>
            <th scope="col" className="wide">
              {t("plan:goal")}
            </th>
            <th scope="col">{t("plan:lead")}</th>
            <th scope="col">{t("plan:due")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.sections.map(({ id, name }) => (
            <Fragment key={id}>
              <tr className="section">
                <th colSpan={5} scope="rowgroup">
                  {name}
                </th>
              </tr>
              {plan.tasks
                .filter(({ section }) => section === id)
                .map((task) => (
                  <TaskRow key={task.no} task={task} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TaskRow({ task }: { task: Task }) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const { lead } = responsibleFor(plan, task);
  return (
    <tr>
      <td className="no">{task.no}</td>
      <th scope="row">
        {task.title}
        {task.titleBasis !== "notice" && (
          <small>
            <BasisTag basis={task.titleBasis} />
          </small>
        )}
      </th>
      <td className="wide">
        {task.textPrint}
        <small>{task.responsibleText}</small>
      </td>
      <td className="nowrap">
        {lead?.name ?? "—"}
        {task.leadBasis !== "notice" && lead !== undefined && (
          <small>
            <BasisTag basis={task.leadBasis} />
          </small>
        )}
      </td>
      <td className="nowrap">
        {task.dueDate === undefined ? t("plan:long") : formats.fullDay(task.dueDate)}
      </td>
    </tr>
  );
}
