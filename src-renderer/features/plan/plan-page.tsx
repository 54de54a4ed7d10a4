import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { DeadlinesView } from "./deadlines-view.tsx";
import { EditBar } from "./edit-bar.tsx";
import { IndicatorTable } from "./indicator-table.tsx";
import { Overview } from "./overview.tsx";
import "./plan.css";
import "./plan-edit.css";
import { RegisterTable } from "./register-table.tsx";
import { TargetsView } from "./targets-view.tsx";
import { TaskTable } from "./task-table.tsx";
import { UnitsView } from "./units-view.tsx";
import { VersionsView } from "./versions-view.tsx";

const VIEWS = [
  "overview",
  "tasks",
  "indicators",
  "registers",
  "units",
  "targets",
  "deadlines",
  "versions",
] as const;
type View = (typeof VIEWS)[number];

/** 计划: what the notice says, what the office settles about it, its versions, and publishing it to the units. */
export function PlanPage() {
  const t = useT();
  const { plan } = useSession();
  const { page, params } = useRoute();
  const held = useEngine("plan.versions", {});
  const view: View = VIEWS.find((each) => each === params["view"]) ?? "overview";
  const show = (next: View): void => replaceRoute(page, { view: next });
  const mayRevise = held.status === "ready" && held.value.mayRevise;
  const isEdited = view === "units" || view === "targets" || view === "deadlines";
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
            { value: "units", label: t("planEdit:units") },
            { value: "targets", label: t("planEdit:targets") },
            { value: "deadlines", label: t("planEdit:deadlines") },
            { value: "versions", label: t("planEdit:versions") },
          ]}
          onChange={show}
        />
      </div>
      <div className="plan-body" tabIndex={0} role="region" aria-label={t("plan:title")}>
        <div className="page plan-page">
          <Unpublished onPublish={() => show("versions")} isHere={view === "versions"} />
          {view === "overview" && <Overview />}
          {view === "tasks" && <TaskTable />}
          {view === "indicators" && <IndicatorTable />}
          {view === "registers" && <RegisterTable />}
          {view === "versions" && <VersionsView />}
          {isEdited && held.status === "ready" && !mayRevise && <Banner title={t("planEdit:noRoot")} />}
          {isEdited && (
            <fieldset className="plan-edit" disabled={!mayRevise}>
              {view === "units" && <UnitsView />}
              {view === "targets" && <TargetsView />}
              {view === "deadlines" && <DeadlinesView />}
            </fieldset>
          )}
        </div>
      </div>
      <EditBar />
      <StatusNote>
        <span>{t("plan:status", { id: plan.id, version: plan.version })}</span>
      </StatusNote>
    </main>
  );
}

/** The version in force is a revision that nobody else has: receipts under it wait at the units until it comes. */
function Unpublished({ onPublish, isHere }: { onPublish: () => void; isHere: boolean }) {
  const t = useT();
  const { plan } = useSession();
  const held = useEngine("plan.versions", {});
  if (held.status !== "ready" || !held.value.mayRevise || held.value.versions.length < 2) return null;
  const inForce = held.value.versions.find(({ version }) => version === plan.version);
  if (inForce === undefined || inForce.publishedAt !== null) return null;
  const action = isHere ? undefined : (
    <Button size="sm" onClick={onPublish}>
      {t("planEdit:toPublish")}
    </Button>
  );
  return (
    <Banner
      kind="warned"
      title={t("planEdit:notPublished", { version: plan.version })}
      {...(action !== undefined && { action })}
    >
      <br />
      {t("planEdit:notPublishedText")}
    </Banner>
  );
}
