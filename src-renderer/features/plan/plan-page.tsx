import { useState } from "react";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import { Overview } from "./overview.tsx";
import "./plan.css";
import { RegisterTable } from "./register-table.tsx";
import { TaskTable } from "./task-table.tsx";

type View = "overview" | "tasks" | "indicators" | "registers";

/** 计划: what the notice says, what it leaves open, and publishing it to the units. */
export function PlanPage() {
  const t = useT();
  const { plan } = useSession();
  const [view, setView] = useState<View>("overview");
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("plan:title")}</h1>
        <Segmented
          label={t("plan:view")}
          value={view}
          items={[
            { value: "overview", label: t("plan:overview") },
            { value: "tasks", label: `${t("plan:tasks")} ${plan.tasks.length}` },
            { value: "indicators", label: `${t("plan:indicators")} ${plan.indicators.length}` },
            { value: "registers", label: `${t("plan:registers")} ${plan.registers.length}` },
          ]}
          onChange={setView}
        />
      </div>
      <div className="plan-body" tabIndex={0} role="region" aria-label={t("plan:title")}>
        <div className="page plan-page">
          {view === "overview" && <Overview />}
          {view === "tasks" && <TaskTable />}
          {view === "indicators" && <IndicatorTable />}
          {view === "registers" && <RegisterTable />}
        </div>
      </div>
      <StatusNote>
        <span>{t("plan:status", { id: plan.id, version: plan.version })}</span>
      </StatusNote>
    </main>
  );
}
