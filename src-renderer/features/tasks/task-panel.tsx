import type { GridView } from "#shared/ipc/views.ts";
import { taskItem } from "#shared/plan/item.ts";
import type { Task } from "#shared/plan/schema.ts";
import { responsibleFor } from "#shared/plan/units.ts";
import { buttonClass, IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { useT } from "../../app/language.tsx";
import { targetText } from "../../components/target-text.ts";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { ContactForm } from "./contact-form.tsx";

type Props = {
  readonly task: Task;
  /** Null until it is read. */
  readonly grid: GridView | null;
  readonly onClose: () => void;
};

/** The task letter by letter, who answers for it in the city and here, what is measured. */
export function TaskPanel({ task, grid, onClose }: Props) {
  const t = useT();
  const { plan } = useSession();
  const { lead, others, bound } = responsibleFor(plan, task);
  const indicators = plan.indicators.filter((indicator) => indicator.task === task.no);
  const names = (units: readonly { readonly name: string }[]): string =>
    units.map(({ name }) => name).join(t("common:listSeparator"));
  return (
    <aside className="panel" aria-label={task.title}>
      <div className="panel__head">
        <div className="grow">
          <div className="panel__title">{itemMark(t, taskItem(task.no))}</div>
          <h2>{task.title}</h2>
        </div>
        <IconButton icon="x" small label={t("tasks:closePanel")} onClick={onClose} />
      </div>
      <div className="panel__body">
        <div>
          <div className="label">{t("tasks:original")}</div>
          <p className="tasks__text">{task.textPrint}</p>
        </div>
        <dl className="tasks__facts">
          <dt>{t("tasks:lead")}</dt>
          <dd>{lead?.name}</dd>
          <dt>{t("tasks:responsible")}</dt>
          <dd>{task.responsibleText}</dd>
          {others.length > 0 && bound.length > 0 && (
            <>
              <dt>{t("tasks:bound")}</dt>
              <dd>{names(bound)}</dd>
            </>
          )}
          {indicators.length > 0 && (
            <>
              <dt>{t("tasks:indicators")}</dt>
              <dd>
                {indicators.map((indicator) => (
                  <div key={indicator.id}>
                    {indicator.name}{" "}
                    <span className="faint">
                      {indicator.id} · {targetText(t, indicator)}
                    </span>
                  </div>
                ))}
              </dd>
            </>
          )}
        </dl>
        {grid !== null && <ContactForm key={task.no} no={task.no} grid={grid} />}
      </div>
      <div className="panel__foot">
        <span className="grow" />
        <Link
          page="entry"
          params={{ item: taskItem(task.no) }}
          className={buttonClass({ variant: "primary" })}
        >
          {t("tasks:goEntry")}
          <Icon name="arrow-r" />
        </Link>
      </div>
    </aside>
  );
}
