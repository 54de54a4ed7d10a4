import { itemTitle } from "#shared/plan/item.ts";
import type { CellState, ItemView } from "#shared/ipc/views.ts";
import { Card } from "../../components/card.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { Badge } from "../../components/marks.tsx";
import { State } from "../../components/state.tsx";
import { pressingFindings, useDescribeFinding } from "../../app/findings.ts";
import { itemPlace } from "../../app/item-place.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import type { PeriodProgress } from "../../app/period-progress.ts";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { RestRows } from "./rest-rows.tsx";

/** Each line leads to its very cell. */
export function TodoCard({ progress }: { progress: PeriodProgress }) {
  const t = useT();
  const { attention } = progress;
  const aside = (
    <>
      <Badge>{attention.length}</Badge>
      <span className="faint t-12 push">{t("reporterHome:todoHint")}</span>
      <Link page="checks" className="link t-12">
        {t("checks:title")}
      </Link>
    </>
  );
  return (
    <Card title={t("reporterHome:todo")} aside={aside}>
      {attention.length === 0 ? (
        <p className="list__item muted">{t("reporterHome:todoNone")}</p>
      ) : (
        <div className="list">
          {attention.map((view) => (
            <TodoRow key={view.item} view={view} />
          ))}
        </div>
      )}
      <RestRows progress={progress} />
    </Card>
  );
}

function TodoRow({ view }: { view: ItemView }) {
  const t = useT();
  const language = useLanguage();
  const { plan } = useSession();
  const place = itemPlace(view);
  const why = useReason(view);
  const actions: Partial<Record<CellState, string>> = {
    returned: t("reporterHome:goCorrect"),
    invalid: t("reporterHome:goFix"),
    conflict: t("reporterHome:goSettle"),
    warned: t("reporterHome:goExplain"),
  };
  return (
    <Link page={place.page} params={place.params} className="list__item todo" title={why}>
      <State state={view.state} chip />
      <span className="todo__name truncate">
        {itemTitle(plan, view.item, planLanguage(language))}
        <span className="faint"> {itemMark(t, view.item)}</span>
      </span>
      <span className="truncate muted">{why}</span>
      <span className="todo__act">
        {actions[view.state]}
        <Icon name="chev-r" size={14} />
      </span>
    </Link>
  );
}

function useReason(view: ItemView): string {
  const t = useT();
  const describe = useDescribeFinding();
  if (view.state === "conflict") return t("reporterHome:twoVersions");
  if (view.state === "returned" && view.returned !== null) {
    return t("reporterHome:cityComment", { comment: view.returned.comment });
  }
  return pressingFindings(view).map(describe).join(t("common:sentenceSeparator"));
}
