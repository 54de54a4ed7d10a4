import { Popover } from "../../../components/floating.tsx";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";

/** The task letter by letter as the notice has it. */
export function TaskText({ no }: { no: number | undefined }) {
  const t = useT();
  const { plan } = useSession();
  const task = plan.tasks.find((candidate) => candidate.no === no);
  if (task === undefined) return null;
  const trigger = (
    <button type="button" className="link">
      {t("entry:taskText")}
    </button>
  );
  return (
    <Popover trigger={trigger} label={t("entry:taskTextTitle", { no: task.no })}>
      <p className="task-text">{task.text}</p>
    </Popover>
  );
}
