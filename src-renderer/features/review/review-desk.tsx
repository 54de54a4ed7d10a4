import { useState } from "react";
import type { ReviewItem, ReviewUnit } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { DecisionBar, type Outcome } from "./decision-bar.tsx";
import { ItemDetail } from "./item-detail.tsx";
import { ItemList } from "./item-list.tsx";
import { LockedBar } from "./locked-bar.tsx";
import { extensionOf } from "#shared/review/judging.ts";
import { groupsFor, isProblem, neighbour, nextUnit, type Tab } from "./review-list.ts";
import { useDecide } from "./use-decide.ts";
import { VerifyDialog } from "./verify-dialog.tsx";

type Props = {
  readonly unit: ReviewUnit;
  readonly units: readonly ReviewUnit[];
  readonly items: readonly ReviewItem[];
  readonly tab: Tab;
  /** Item of the address; the first of the list where it is not there. */
  readonly chosen: string | null;
  readonly onChoose: (item: string) => void;
  readonly onUnit: (unit: string) => void;
  readonly onReopen: () => void;
};

/** The list of one unit and the item in front; after a decision the next one comes up. */
export function ReviewDesk({ unit, units, items, tab, chosen, onChoose, onUnit, onReopen }: Props) {
  const t = useT();
  const { busy, decide } = useDecide();
  const [verifying, setVerifying] = useState(false);
  const groups = groupsFor(items, tab);
  const list = groups.flatMap((group) => group.items);
  const item = list.find((candidate) => candidate.item === chosen) ?? list[0];
  if (item === undefined) return <NothingLeft unit={unit} units={units} tab={tab} onUnit={onUnit} />;
  const index = list.indexOf(item);
  const subject = { unit: item.unit, period: item.period, item: item.item };
  const move = (step: 1 | -1): void => {
    const next = list[index + step];
    if (next !== undefined) onChoose(next.item);
  };
  const moveOn = (decided: boolean): void => {
    const next = neighbour(list, item.item);
    if (decided && next !== null) onChoose(next);
  };
  const asksExtension = extensionOf(item) !== null;
  const said: Record<Outcome, string> = {
    accepted: t(asksExtension ? "review:extensionGranted" : "review:accepted"),
    returned: t(asksExtension ? "review:extensionRefused" : "review:returnedDone"),
    closed: t(isProblem(item) ? "review:struckOffDone" : "review:closedDone"),
  };
  return (
    <div className="review__main">
      <ItemList groups={groups} current={item.item} onChoose={onChoose} />
      <ItemDetail
        item={item}
        index={index}
        count={list.length}
        onMove={move}
        footer={
          unit.locked ? (
            <LockedBar onMove={move} onReopen={onReopen} />
          ) : (
            <DecisionBar
              item={item}
              busy={busy}
              onMove={move}
              onVerify={() => setVerifying(true)}
              onDecide={(outcome, comment) =>
                void decide(
                  [{ ...subject, outcome, ...(comment !== "" && { comment }) }],
                  said[outcome],
                ).then(moveOn)
              }
            />
          )
        }
      />
      {verifying && (
        <VerifyDialog
          key={item.item}
          item={item}
          onClose={() => setVerifying(false)}
          onVerify={(value, comment) => {
            setVerifying(false);
            void decide([{ ...subject, outcome: "verified", comment, value }], t("review:verifiedDone")).then(
              moveOn,
            );
          }}
        />
      )}
    </div>
  );
}

type NothingProps = {
  readonly unit: ReviewUnit;
  readonly units: readonly ReviewUnit[];
  readonly tab: Tab;
  readonly onUnit: (unit: string) => void;
};

function NothingLeft({ unit, units, tab, onUnit }: NothingProps) {
  const t = useT();
  const next = nextUnit(units, unit.unit);
  const action =
    tab === "pending" && next !== null ? (
      <Button variant="primary" endIcon="arrow-r" onClick={() => onUnit(next.unit)}>
        {t("review:nextUnit", { unit: next.name })}
      </Button>
    ) : undefined;
  const nothingReported = unit.receivedAt === null;
  const noneAtAll = units.every(({ toJudge }) => toJudge === 0);
  return (
    <div className="review__main review__main--empty">
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
    </div>
  );
}
