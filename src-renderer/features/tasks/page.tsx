import { useState } from "react";
import { tasksFor } from "#shared/plan/assignment.ts";
import { taskItem } from "#shared/plan/item.ts";
import type { Task } from "#shared/plan/schema.ts";
import { responsibleFor } from "#shared/plan/units.ts";
import { Button } from "../../components/button.tsx";
import { Empty, Failed } from "../../components/empty.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { useT } from "../../app/language.tsx";
import type { Page } from "../../app/pages.ts";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { SplitDialog } from "./split-dialog.tsx";
import { TaskPanel } from "./task-panel.tsx";
import { TaskTable } from "./task-table.tsx";
import { useWorkbook } from "./use-workbook.ts";
import { WorkbookDialog } from "./workbook-dialog.tsx";
import "./tasks.css";
import "./workbook.css";

/** The unit's tasks as the notice gives them. */
function Tasks() {
  const t = useT();
  const { plan, workspace, period } = useSession();
  const grid = useEngine("entry.grid", { period });
  const [query, setQuery] = useState("");
  const [splitting, setSplitting] = useState(false);
  const workbook = useWorkbook();
  const [chosen, setChosen] = useState<number | null>(null);
  const all = tasksFor(plan, workspace.unit.key);
  const shown = all.filter((task) => matches(plan, task, query.trim()));
  const task = all.find(({ no }) => no === chosen);
  const viewOf = (no: number) =>
    grid.status === "ready" ? grid.value.items.find(({ item }) => item === taskItem(no)) : undefined;
  const extensions = grid.status === "ready" ? grid.value.extensions : [];
  const extended = new Map(extensions.map(({ task: no, date }) => [no, date]));
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("shell:tasks")}</h1>
        <span className="faint t-12">{t("tasks:heading", { count: all.length })}</span>
        <span className="grow" />
        <Button icon="paste" onClick={() => void workbook.choose()}>
          {t("workbook:takeIn")}
        </Button>
        <Button
          icon="users"
          disabled={grid.status !== "ready"}
          aria-haspopup="dialog"
          onClick={() => setSplitting(true)}
        >
          {t("workbook:split")}
        </Button>
        <SearchField className="tasks__search" label={t("tasks:search")} value={query} onChange={setQuery} />
      </div>
      <FileDrop
        className={task === undefined ? "workarea" : "workarea workarea--panel"}
        onFiles={([file]) => file !== undefined && void workbook.read(file)}
      >
        <div className="tasks__list" tabIndex={0} role="region" aria-label={t("shell:tasks")}>
          {grid.status === "failed" && <Failed error={grid.error} />}
          {shown.length === 0 ? (
            <Empty icon="search" title={t("tasks:noMatch")}>
              {t("tasks:noMatchText")}
            </Empty>
          ) : (
            <TaskTable
              tasks={shown}
              chosen={chosen}
              onChoose={setChosen}
              viewOf={viewOf}
              extended={extended}
            />
          )}
        </div>
        {task !== undefined && (
          <TaskPanel
            task={task}
            grid={grid.status === "ready" ? grid.value : null}
            onClose={() => setChosen(null)}
          />
        )}
      </FileDrop>
      {splitting && grid.status === "ready" && (
        <SplitDialog grid={grid.value} onClose={() => setSplitting(false)} />
      )}
      {workbook.preview !== null && <WorkbookDialog preview={workbook.preview} onClose={workbook.close} />}
    </main>
  );
}

function matches(plan: Parameters<typeof responsibleFor>[0], task: Task, query: string): boolean {
  if (query === "") return true;
  const { lead, others } = responsibleFor(plan, task);
  const words = [`${task.no}`, task.title, task.text, lead?.name ?? "", ...others.map(({ name }) => name)];
  return words.some((word) => word.includes(query));
}

export const page: Page = {
  id: "tasks",
  roles: ["reporter"],
  label: "shell:tasks",
  icon: "tasks",
  order: 30,
  showsDue: true,
  Component: Tasks,
};
