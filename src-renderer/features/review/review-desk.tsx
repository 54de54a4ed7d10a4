import { useState, type ReactNode } from "react";
import type { ReviewItem } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { DecisionBar, type Outcome } from "./decision-bar.tsx";
import { ItemDetail } from "./item-detail.tsx";
import { ItemList } from "./item-list.tsx";
import { LockedBar } from "./locked-bar.tsx";
import { extensionOf } from "#shared/review/judging.ts";
import { groupsFor, idIn, isProblem, neighbour, type By, type Tab } from "./review-list.ts";
import { useDecide } from "./use-decide.ts";
import { VerifyDialog } from "./verify-dialog.tsx";

type Props = {
  readonly by: By;
  readonly items: readonly ReviewItem[];
  readonly tab: Tab;
  /** Entry of the address; the first of the list where it is not there. */
  readonly chosen: string | null;
  readonly isLocked: (unit: string) => boolean;
  readonly onChoose: (id: string) => void;
  readonly onReopen: () => void;
  /** What stands in the place of an empty list. */
  readonly nothing: ReactNode;
};

/** The list and the item in front; after a decision the next one comes up. */
export function ReviewDesk({ by, items, tab, chosen, isLocked, onChoose, onReopen, nothing }: Props) {
  const t = useT();
  const { busy, decide } = useDecide();
  const [verifying, setVerifying] = useState(false);
  const groups = groupsFor(items, tab);
  const list = groups.flatMap((group) => group.items);
  const ids = list.map((each) => idIn(by, each));
  const item = list.find((candidate) => idIn(by, candidate) === chosen) ?? list[0];
  if (item === undefined) return <div className="review__main review__main--empty">{nothing}</div>;
  const index = list.indexOf(item);
  const subject = { unit: item.unit, period: item.period, item: item.item };
  const move = (step: 1 | -1): void => {
    const next = list[index + step];
    if (next !== undefined) onChoose(idIn(by, next));
  };
  const moveOn = (decided: boolean): void => {
    const next = neighbour(ids, idIn(by, item));
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
      <ItemList by={by} groups={groups} current={idIn(by, item)} onChoose={onChoose} />
      <ItemDetail
        by={by}
        item={item}
        index={index}
        count={list.length}
        onMove={move}
        footer={
          isLocked(item.unit) ? (
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
          key={`${item.unit} ${item.item}`}
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
