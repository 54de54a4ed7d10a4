import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { navigate } from "../../app/router.ts";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { Card } from "../../components/card.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { Badge } from "../../components/marks.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { alertTodos } from "./alerts.ts";
import { nextTodos } from "./next-todos.ts";
import "./office-home.css";
import { Overview } from "./overview.tsx";
import { TodoList } from "./todo.tsx";
import { totalsOf } from "./totals.ts";
import { UnitTable } from "./unit-table.tsx";

/** 工作台: who has reported, what needs attention, what comes next. */
export function OfficeHome() {
  const t = useT();
  const { plan, period, setPeriod } = useSession();
  const formats = useFormats();
  const query = useEngine("office.home", { period });
  if (query.status !== "ready") {
    return (
      <main className="main">{query.status === "failed" ? <Failed error={query.error} /> : <Loading />}</main>
    );
  }
  const home = query.value;
  const totals = totalsOf(home.units);
  const alerts = alertTodos(home, plan, t);
  const next = [
    ...nextTodos(home, totals, t),
    ...home.elsewhere.map(({ period: other, toJudge }) => ({
      id: `elsewhere-${other}`,
      icon: "review" as const,
      title: t("officeHome:nextElsewhere", { period: formats.period(other), count: toJudge }),
      text: t("officeHome:nextElsewhereText"),
      go: t("officeHome:goReview"),
      onGo: () => {
        setPeriod(other);
        navigate("review");
      },
    })),
  ];
  return (
    <main className="main">
      <div className="page ohome">
        <Overview home={home} totals={totals} />
        <div className="ocols">
          <UnitTable units={home.units} totals={totals} />
          <div className="stack stack--3">
            <Card
              title={t("officeHome:attention")}
              aside={alerts.length > 0 ? <Badge attention>{alerts.length}</Badge> : undefined}
            >
              {alerts.length > 0 ? (
                <TodoList todos={alerts} />
              ) : (
                <p className="card__body muted t-13">{t("officeHome:attentionNone")}</p>
              )}
            </Card>
            <Card title={t("officeHome:next")}>
              {next.length > 0 ? (
                <TodoList todos={next} />
              ) : (
                <p className="card__body muted t-13">{t("officeHome:nextNone")}</p>
              )}
            </Card>
          </div>
        </div>
      </div>
      <StatusNote>
        <span>{t("officeHome:status", { reported: totals.reported, units: totals.units })}</span>
        <span className="hints">{t("officeHome:statusMeasure")}</span>
      </StatusNote>
    </main>
  );
}
