import { Failed, Loading } from "../../components/empty.tsx";
import type { Page } from "../../app/pages.ts";
import { PlanNewsBanner } from "../../app/plan-news-banner.tsx";
import { usePeriodProgress } from "../../app/period-progress.ts";
import { ExchangeCard } from "./exchange-card.tsx";
import { FlowCard } from "./flow-card.tsx";
import { Hero } from "./hero.tsx";
import { SectionsCard } from "./sections-card.tsx";
import { TodoCard } from "./todo-card.tsx";
import "./reporter-home.css";

/** What is due when, what is missing or wrong, what comes next. */
function ReporterHome() {
  const progress = usePeriodProgress();
  if (progress.status === "failed") return <Failed error={progress.error} />;
  return (
    <main className="main">
      {progress.status === "loading" ? (
        <Loading />
      ) : (
        <div className="page rhome">
          <PlanNewsBanner />
          <Hero progress={progress.value} />
          <div className="cols">
            <TodoCard progress={progress.value} />
            <div className="stack stack--4">
              <FlowCard progress={progress.value} />
              <ExchangeCard />
            </div>
          </div>
          <SectionsCard progress={progress.value} />
        </div>
      )}
    </main>
  );
}

export const page: Page = {
  id: "home",
  roles: ["reporter"],
  label: "shell:home",
  icon: "home",
  order: 10,
  Component: ReporterHome,
};
