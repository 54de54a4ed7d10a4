import { useState } from "react";
import type { ContactDraft } from "#shared/checks/draft.ts";
import { tasksFor } from "#shared/plan/assignment.ts";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";

type Props = {
  /** The task whose contact goes to others. */
  readonly no: number;
  readonly contactOf: (no: number) => ContactDraft;
  readonly onTake: (tasks: readonly number[]) => void;
  readonly onClose: () => void;
};

/** One department often answers for several tasks: which of them get the same contact. */
export function ContactCopy({ no, contactOf, onTake, onClose }: Props) {
  const t = useT();
  const { plan, workspace } = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const others = tasksFor(plan, workspace.unit.key).filter((task) => task.no !== no);
  const blank = others.filter((task) => wordsOf(contactOf(task.no)) === "");
  const toggle = (task: number): void => setChosen((before) => before.symmetricDifference(new Set([task])));
  const footer = (
    <>
      <Button variant="quiet" onClick={() => setChosen(new Set(blank.map((task) => task.no)))}>
        {t("tasks:copyBlank", { count: blank.length })}
      </Button>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button
        variant="primary"
        icon="check"
        disabled={chosen.size === 0}
        onClick={() => {
          onTake([...chosen]);
          onClose();
        }}
      >
        {t("tasks:copyTake", { count: chosen.size })}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("tasks:copyTitle")} note={wordsOf(contactOf(no))} footer={footer}>
      <ul className="list tasks__copies">
        {others.map((task) => (
          <li key={task.no} className="list__item">
            <Checkbox checked={chosen.has(task.no)} onChange={() => toggle(task.no)}>
              {task.no} {task.title}
            </Checkbox>
            <span className="push muted t-12">{wordsOf(contactOf(task.no))}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const wordsOf = ({ department, leader, person, phone }: ContactDraft): string =>
  [department, leader, person, phone].filter((word) => word !== undefined && word !== "").join(" ");
