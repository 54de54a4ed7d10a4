import type { ReactNode } from "react";
import type { ReviewItem } from "#shared/ipc/views.ts";
import { itemTitle, parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { unitName } from "#shared/plan/units.ts";
import type { By } from "./review-list.ts";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { buttonClass, IconButton } from "../../components/button.tsx";
import { Link } from "../../components/link.tsx";
import { MarkButton } from "../../components/mark-button.tsx";
import { State } from "../../components/state.tsx";
import { targetText } from "../../components/target-text.ts";
import { Comparison } from "./comparison.tsx";
import { Evidence } from "./evidence.tsx";
import { ExtensionBanner } from "./extension-banner.tsx";
import { Talk } from "./talk.tsx";

type Props = {
  readonly by: By;
  readonly item: ReviewItem;
  readonly index: number;
  readonly count: number;
  readonly onMove: (step: 1 | -1) => void;
  readonly footer: ReactNode;
};

/** One item: what was reported beside what was there before, what was said, and the decision. */
export function ItemDetail({ by, item, index, count, onMove, footer }: Props) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  return (
    <section className="rdetail" aria-label={itemTitle(plan, item.item, language)}>
      <header className="rdetail__head">
        <div className="grow">
          <div className="panel__title">{useContextLine(plan, item)}</div>
          <h2>
            {by === "item" && `${unitName(plan, item.unit)} `}
            {itemTitle(plan, item.item, language)} <small>{itemMark(t, item.item)}</small>
          </h2>
        </div>
        <MarkButton item={item} />
        <State state={item.state} chip />
        <span className="rdetail__pos tnum">{t("review:position", { index: index + 1, count })}</span>
        <div className="row row--0">
          <IconButton icon="chev-u" label={t("review:previousItem")} small onClick={() => onMove(-1)} />
          <IconButton icon="chev-d" label={t("review:nextItem")} small onClick={() => onMove(1)} />
        </div>
      </header>
      <div className="rdetail__body" tabIndex={0} role="region" aria-label={t("review:items")}>
        {item.heads.length > 1 && (
          <Banner
            kind="conflict"
            title={t("review:conflictFirst")}
            action={
              <Link
                page="conflict"
                params={{ unit: item.unit, item: item.item }}
                className={buttonClass({ size: "sm" })}
              >
                {t("review:goConflict")}
              </Link>
            }
          />
        )}
        {item.undecided.length > 0 && (
          <Banner kind="conflict" title={t("review:undecided")}>
            {t("review:undecidedText")}
          </Banner>
        )}
        {item.incomplete && <Banner title={t("review:incomplete")}>{t("review:incompleteText")}</Banner>}
        {item.heads.length === 0 && <Banner>{t("review:notReported")}</Banner>}
        <ExtensionBanner item={item} />
        {(item.heads.length > 0 || item.previous.length > 0) && <Comparison item={item} />}
        <Talk item={item} />
        <Evidence item={item} />
      </div>
      {footer}
    </section>
  );
}

/** Section, task and target: where the item stands in the plan. */
function useContextLine(plan: Plan, { item }: ReviewItem): string {
  const t = useT();
  const parts = parseItem(item);
  const indicator =
    parts.kind === "indicator" ? plan.indicators.find(({ id }) => id === parts.id) : undefined;
  const no = parts.kind === "task" || parts.kind === "contact" ? parts.no : indicator?.task;
  const task = plan.tasks.find((candidate) => candidate.no === no);
  const section = plan.sections.find(({ id }) => id === task?.section);
  const target = indicator === undefined ? "" : targetText(t, indicator);
  return [
    section?.name,
    task === undefined ? undefined : t("common:task", { no: task.no }),
    target === "" ? undefined : t("review:cityTarget", { target }),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}
