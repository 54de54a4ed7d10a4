import { itemTitle, parseItem } from "#shared/plan/item.ts";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { State } from "../../components/state.tsx";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import type { PeriodProgress } from "../../app/period-progress.ts";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";

/** What is empty, and what is filled in and not handed over: one line each. */
export function RestRows({ progress }: { progress: PeriodProgress }) {
  const t = useT();
  const language = useLanguage();
  const { plan } = useSession();
  const { counts, asked } = progress;
  const ready = counts.draft + counts.na;
  if (counts.empty === 0 && ready === 0) return null;
  const empty = asked.filter(({ view }) => view.due && view.state === "empty");
  const names = empty.map(({ view }) =>
    parseItem(view.item).kind === "register"
      ? itemTitle(plan, view.item, planLanguage(language))
      : itemMark(t, view.item),
  );
  const draftText =
    counts.na > 0 ? t("reporterHome:draftTextNa", { count: counts.na }) : t("reporterHome:draftText");
  return (
    <>
      <div className="subhead">{t("reporterHome:rest")}</div>
      <div className="list">
        {counts.empty > 0 && (
          <Link page="entry" params={{ filter: "empty" }} className="list__item todo">
            <State state="empty" chip />
            <span className="truncate">{t("reporterHome:emptyCount", { count: counts.empty })}</span>
            <span className="truncate muted">{[...new Set(names)].join(t("common:listSeparator"))}</span>
            <Go label={t("reporterHome:goFill")} />
          </Link>
        )}
        {ready > 0 && (
          <Link page="submission" className="list__item todo">
            <State state="draft" chip />
            <span className="truncate">{t("reporterHome:draftCount", { count: ready })}</span>
            <span className="truncate muted">{draftText}</span>
            <Go label={t("reporterHome:goCheck")} />
          </Link>
        )}
      </div>
    </>
  );
}

function Go({ label }: { label: string }) {
  return (
    <span className="todo__act">
      {label}
      <Icon name="chev-r" size={14} />
    </span>
  );
}
