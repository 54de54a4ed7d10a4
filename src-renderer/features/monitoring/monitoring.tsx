import { useT } from "../../app/language.tsx";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { Segmented } from "../../components/segmented.tsx";
import { DigestView } from "./digest-view.tsx";
import { EvaluationView } from "./evaluation-view.tsx";
import { ExemplaryView } from "./exemplary-view.tsx";
import "./monitoring.css";

const views = ["digest", "evaluation", "exemplary"] as const;
type View = (typeof views)[number];

/** 监测与考核: what stands out in the period, how the units score, and what others can learn from. */
export function Monitoring() {
  const t = useT();
  const { params } = useRoute();
  const view: View = views.find((name) => name === params["view"]) ?? "digest";
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("shell:monitoring")}</h1>
        <Segmented<View>
          label={t("monitoring:views")}
          value={view}
          items={views.map((name) => ({ value: name, label: t(`monitoring:view.${name}`) }))}
          onChange={(name) => replaceRoute("monitoring", name === "digest" ? {} : { view: name })}
        />
      </div>
      {view === "digest" && <DigestView />}
      {view === "evaluation" && <EvaluationView />}
      {view === "exemplary" && <ExemplaryView />}
    </main>
  );
}
