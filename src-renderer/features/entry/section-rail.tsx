import { useMemo } from "react";
import type { Item } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { useT } from "../../app/language.tsx";
import { attentionStates, countStates, isFilled, type PeriodProgress } from "../../app/period-progress.ts";
import { useSession } from "../../app/session.tsx";

type Props = {
  readonly progress: PeriodProgress;
  readonly current: string | undefined;
  readonly onGo: (item: Item | null) => void;
};

/** The plan's sections, how full each is and what is wrong in it. */
export function SectionRail({ progress, current, onGo }: Props) {
  const t = useT();
  const { plan } = useSession();
  const chapters = useMemo(() => chaptersOf(plan, progress), [plan, progress]);
  return (
    <nav className="rail" aria-label={t("entry:chapters")}>
      <div className="rail__title">{t("entry:chapters")}</div>
      {chapters.map(({ id, name, first, filled, total, worst, counts }) => {
        const mark = markOf(worst[0], filled === total);
        return (
          <button
            key={id}
            type="button"
            className="rail__item"
            aria-current={id === current ? "true" : undefined}
            onClick={() => onGo(first)}
          >
            <span className="truncate">{name}</span>
            {mark !== null && <Icon name={mark.icon} size={14} className={mark.look} />}
            <span className="rail__meta">
              {t("entry:chapterFilled", { filled, total })}
              <span>
                {worst
                  .slice(0, 2)
                  .map((state) =>
                    t("entry:chapterFlag", { state: t(`states:${state}`), count: counts[state] }),
                  )
                  .join(" ")}
              </span>
            </span>
          </button>
        );
      })}
      <div className="rail__foot">
        {t("entry:totalFilled", { filled: progress.filled, total: progress.expected })}
      </div>
    </nav>
  );
}

function chaptersOf(plan: Plan, progress: PeriodProgress) {
  const bySection = Map.groupBy(progress.asked, ({ asked }) => asked.section);
  return plan.sections.flatMap(({ id, name }) => {
    const all = (bySection.get(id) ?? []).map(({ view }) => view);
    const counted = all.filter(({ due, state }) => due || isFilled(state));
    const [first] = all;
    if (first === undefined) return [];
    const counts = countStates(counted);
    return [
      {
        id,
        name,
        first: first.item,
        filled: counted.filter(({ state }) => isFilled(state)).length,
        total: counted.length,
        worst: attentionStates.filter((state) => counts[state] > 0),
        counts,
      },
    ];
  });
}

function markOf(
  worst: (typeof attentionStates)[number] | undefined,
  full: boolean,
): { readonly icon: IconName; readonly look: string } | null {
  if (worst !== undefined) return { icon: `st-${worst}`, look: `rail__mark--${worst}` };
  return full ? { icon: "check", look: "rail__mark--accepted" } : null;
}
