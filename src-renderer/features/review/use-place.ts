import type { ReviewItem, ReviewSubject, ReviewUnit } from "#shared/ipc/views.ts";
import { itemSchema } from "#shared/plan/ids.ts";
import { useEngine, type Query } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { nextWaiting, type By } from "./review-list.ts";

export type Place = {
  readonly by: By;
  /** The unit in front, or the one whose entry is. */
  readonly unit: ReviewUnit | undefined;
  /** By item: all of them, and the one in front. */
  readonly subjects: readonly ReviewSubject[];
  readonly subject: ReviewSubject | undefined;
  /** The list: the unit's items, or the item's units. */
  readonly items: Query<readonly ReviewItem[]>;
  /** An empty word takes the member out of the address. */
  readonly go: (change: Readonly<Record<string, string>>) => void;
  readonly turn: (by: By) => void;
  /** To the next place of the rail where something waits. */
  readonly toNext: () => void;
};

/** Where in the review the window stands, by its address; the first that waits where it does not say. */
export function usePlace(units: readonly ReviewUnit[]): Place {
  const { period } = useSession();
  const { params } = useRoute();
  const by: By = params["by"] === "item" ? "item" : "unit";
  const found = useEngine("review.subjects", by === "item" ? { period } : null);
  const subjects = found.status === "ready" ? found.value : [];
  const subject =
    subjects.find(({ item }) => item === params["item"]) ??
    subjects.find(({ toJudge }) => toJudge > 0) ??
    subjects[0];
  const unit =
    units.find((each) => each.unit === params["unit"]) ??
    units.find(({ toJudge }) => toJudge > 0) ??
    units[0];
  const ofUnit = useEngine("review.items", by === "unit" && unit ? { period, unit: unit.unit } : null);
  const ofItem = useEngine(
    "review.ofItem",
    by === "item" && subject ? { period, item: itemSchema.parse(subject.item) } : null,
  );
  const here = by === "unit" ? { unit: unit?.unit ?? "" } : { by, item: subject?.item ?? "" };
  const go = (change: Readonly<Record<string, string>>): void => {
    const next = { ...here, tab: params["tab"] ?? "", ...change };
    replaceRoute("review", Object.fromEntries(Object.entries(next).filter(([, word]) => word !== "")));
  };
  const toNext = (): void => {
    if (by === "unit") {
      const next = unit && nextWaiting(units, unit);
      if (next) go({ unit: next.unit });
    } else {
      const next = subject && nextWaiting(subjects, subject);
      if (next) go({ item: next.item });
    }
  };
  return {
    by,
    unit,
    subjects,
    subject,
    items: by === "unit" ? ofUnit : ofItem,
    go,
    turn: (next) => go({ by: next === "item" ? "item" : "", item: "", unit: "" }),
    toNext,
  };
}
