import type { ReviewSubject, ReviewUnit } from "#shared/ipc/views.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { nextWaiting, type Tab } from "./review-list.ts";

type NothingProps = {
  readonly unit: ReviewUnit;
  readonly units: readonly ReviewUnit[];
  readonly tab: Tab;
  readonly onUnit: (unit: string) => void;
};

/** Of one unit: why its list is empty, and where there is more. */
export function NothingOfUnit({ unit, units, tab, onUnit }: NothingProps) {
  const t = useT();
  const next = nextWaiting(units, unit);
  const action =
    tab === "pending" && next !== null ? (
      <Button variant="primary" endIcon="arrow-r" onClick={() => onUnit(next.unit)}>
        {t("review:nextUnit", { unit: next.name })}
      </Button>
    ) : undefined;
  const nothingReported = unit.receivedAt === null;
  const noneAtAll = units.every(({ toJudge }) => toJudge === 0);
  return (
    <>
      {tab === "returned" ? (
        <Empty icon="review" title={t("review:noneReturned")} action={action} />
      ) : nothingReported ? (
        <Empty icon="st-empty" title={t("review:nothingReported")} action={action}>
          {t("review:nothingReportedText", { unit: unit.name })}
        </Empty>
      ) : noneAtAll ? (
        <Empty icon="review" title={t("review:noneAtAll")}>
          {t("review:noneAtAllText")}
        </Empty>
      ) : (
        <Empty icon="st-accepted" title={t("review:unitEmpty")} action={action}>
          {t("review:unitEmptyText")}
        </Empty>
      )}
    </>
  );
}

type ItemProps = {
  readonly subject: ReviewSubject;
  readonly subjects: readonly ReviewSubject[];
  readonly tab: Tab;
  readonly onItem: (item: string) => void;
};

/** The same of one item. */
export function NothingOfItem({ subject, subjects, tab, onItem }: ItemProps) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const next = nextWaiting(subjects, subject);
  const action =
    tab === "pending" && next !== null ? (
      <Button variant="primary" endIcon="arrow-r" onClick={() => onItem(next.item)}>
        {t("review:nextUnit", { unit: itemTitle(plan, next.item, language) })}
      </Button>
    ) : undefined;
  if (tab === "returned") return <Empty icon="review" title={t("review:noneReturned")} action={action} />;
  if (subject.reported === 0)
    return <Empty icon="st-empty" title={t("review:nothingOfItem")} action={action} />;
  return (
    <Empty icon="st-accepted" title={t("review:itemEmpty")} action={action}>
      {t("review:unitEmptyText")}
    </Empty>
  );
}
