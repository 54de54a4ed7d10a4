import type { Item } from "#shared/plan/ids.ts";
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
  return (
    <nav className="rail" aria-label={t("entry:chapters")}>
      <div className="rail__title">{t("entry:chapters")}</div>
      {plan.sections.map((section) => {
        const all = progress.asked
          .filter(({ asked }) => asked.section === section.id)
          .map(({ view }) => view);
        const counted = all.filter(({ due, state }) => due || isFilled(state));
        if (all.length === 0) return null;
        const counts = countStates(counted);
        const filled = counted.filter(({ state }) => isFilled(state)).length;
        const worst = attentionStates.filter((state) => counts[state] > 0);
        const mark = markOf(worst[0], filled === counted.length);
        return (
          <button
            key={section.id}
            type="button"
            className="rail__item"
            aria-current={section.id === current ? "true" : undefined}
            onClick={() => onGo(all[0]?.item ?? null)}
          >
            <span className="truncate">{section.name}</span>
            {mark !== null && <Icon name={mark.icon} size={14} className={mark.look} />}
            <span className="rail__meta">
              {t("entry:chapterFilled", { filled, total: counted.length })}
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

function markOf(
  worst: (typeof attentionStates)[number] | undefined,
  full: boolean,
): { readonly icon: IconName; readonly look: string } | null {
  if (worst !== undefined) return { icon: `st-${worst}`, look: `rail__mark--${worst}` };
  return full ? { icon: "check", look: "rail__mark--accepted" } : null;
}
