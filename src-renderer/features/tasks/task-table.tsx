import type { ItemView } from "#shared/ipc/views.ts";
import { daysOverdue } from "#shared/plan/task-due.ts";
import type { Task } from "#shared/plan/schema.ts";
import { responsibleFor } from "#shared/plan/units.ts";
import { State } from "../../components/state.tsx";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";

type Props = {
  readonly tasks: readonly Task[];
  readonly chosen: number | null;
  readonly onChoose: (no: number) => void;
  readonly viewOf: (no: number) => ItemView | undefined;
  /** 延期 that the office granted, by the task's number. */
  readonly extended: ReadonlyMap<number, string>;
};

export function TaskTable({ tasks, chosen, onChoose, viewOf, extended }: Props) {
  const t = useT();
  const { plan } = useSession();
  return (
    <table className="table table--hover tasks">
      <thead>
        <tr>
          <th className="num">{t("tasks:no")}</th>
          <th>{t("tasks:task")}</th>
          <th>{t("tasks:lead")}</th>
          <th>{t("tasks:others")}</th>
          <th>{t("tasks:due")}</th>
          <th>{t("tasks:state")}</th>
        </tr>
      </thead>
      {plan.sections.map((section) => {
        const own = tasks.filter((task) => task.section === section.id);
        if (own.length === 0) return null;
        return (
          <tbody key={section.id}>
            <tr className="tasks__section">
              <td colSpan={6}>{section.name}</td>
            </tr>
            {own.map((task) => (
              <TaskLine
                key={task.no}
                task={task}
                view={viewOf(task.no)}
                extended={extended.get(task.no)}
                isChosen={task.no === chosen}
                onChoose={() => onChoose(task.no)}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

type LineProps = {
  readonly task: Task;
  readonly view: ItemView | undefined;
  readonly extended: string | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function TaskLine({ task, view, extended, isChosen, onChoose }: LineProps) {
  const t = useT();
  const formats = useFormats();
  const { plan, today } = useSession();
  const dueDate = extended ?? task.dueDate;
  const overdue = daysOverdue(dueDate, today, statusOf(view));
  const { lead, others } = responsibleFor(plan, task);
  const indicators = plan.indicators.filter((each) => each.task === task.no).map(({ id }) => id);
  const names = others.map(({ name }) => name).join(t("common:listSeparator"));
  return (
    <tr className={isChosen ? "is-selected" : ""} onClick={onChoose}>
      <td className="num faint">{task.no}</td>
      <td>
        <button type="button" className="tasks__title" aria-expanded={isChosen} onClick={onChoose}>
          {task.title}
        </button>
        <span className="tasks__ids">{indicators.join(" ")}</span>
      </td>
      <td>{lead?.name}</td>
      <td className="tasks__others">
        <span className="clamp-2" title={names}>
          {names}
        </span>
      </td>
      <td className="nowrap">
        {dueDate === undefined ? t("tasks:standing") : formats.fullDay(dueDate)}
        {extended !== undefined && <small className="tasks__extended">{t("tasks:extended")}</small>}
        {overdue > 0 && <small className="tasks__overdue">{t("tasks:overdue", { count: overdue })}</small>}
      </td>
      <td>{view !== undefined && <State state={view.state} />}</td>
    </tr>
  );
}

/** As the unit said it last, a draft before what was reported. */
function statusOf(view: ItemView | undefined): string | undefined {
  const said = { ...(view?.draft ?? view?.body) };
  return "status" in said && typeof said.status === "string" ? said.status : undefined;
}
