import { Card } from "../../components/card.tsx";
import { Link } from "../../components/link.tsx";
import { useT } from "../../app/language.tsx";
import { attentionStates, countStates, isFilled, type PeriodProgress } from "../../app/period-progress.ts";
import { useSession } from "../../app/session.tsx";

/** Section by section; shown where the window is high enough. */
export function SectionsCard({ progress }: { progress: PeriodProgress }) {
  const t = useT();
  const { plan } = useSession();
  const sections = plan.sections.flatMap((section) => {
    const own = progress.asked.filter(({ asked, view }) => asked.section === section.id && view.due);
    return own.length === 0 ? [] : [{ section, views: own.map(({ view }) => view) }];
  });
  const words = (views: (typeof sections)[number]["views"]): string => {
    const counts = countStates(views);
    const flags = attentionStates
      .filter((state) => counts[state] > 0)
      .map((state) => t("reporterHome:stateCount", { state: t(`states:${state}`), count: counts[state] }));
    const left = counts.empty > 0 ? [t("reporterHome:sectionLeft", { count: counts.empty })] : [];
    const all = [...flags, ...left];
    return all.length === 0 ? t("reporterHome:sectionDone") : all.join(t("common:listSeparator"));
  };
  return (
    <Card
      className="tall"
      title={t("reporterHome:sections")}
      aside={<span className="faint t-12">{t("reporterHome:sectionsHint")}</span>}
    >
      <div className="secs">
        {sections.map(({ section, views }) => {
          const filled = views.filter(({ state }) => isFilled(state)).length;
          return (
            <Link key={section.id} page="entry" params={{ section: section.id }}>
              <span className="row">
                <b className="truncate">{section.name}</b>
                <span className="push tnum nowrap">
                  {filled} / {views.length}
                </span>
              </span>
              <span className="progress">
                <i style={{ width: `${(filled / views.length) * 100}%` }} />
              </span>
              <small>{words(views)}</small>
            </Link>
          );
        })}
      </div>
    </Card>
  );
}
