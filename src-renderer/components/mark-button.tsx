import type { ReviewItem } from "#shared/ipc/views.ts";
import { useT } from "../app/language.tsx";
import { useEngine } from "../app/queries.ts";
import { Button } from "./button.tsx";
import { useMark } from "./use-mark.ts";

/** 典型经验: of a task whose progress says something. One version alone can be marked. */
export function MarkButton({ item }: { item: ReviewItem }) {
  const t = useT();
  const mark = useMark();
  const list = useEngine("exemplary.list", {});
  const body = item.heads.length === 1 ? item.heads[0]?.body : undefined;
  if (body === undefined || !("progress" in body) || list.status !== "ready") return null;
  const { unit, period } = item;
  const isMarked = list.value.some(
    (entry) => entry.unit === unit && entry.period === period && entry.item === item.item,
  );
  return (
    <Button
      variant="quiet"
      size="sm"
      icon="star"
      aria-pressed={isMarked}
      title={t(isMarked ? "exemplary:unmarkHint" : "exemplary:markHint")}
      onClick={() => void mark({ unit, period, item: item.item, marked: !isMarked })}
    >
      {t("exemplary:mark")}
    </Button>
  );
}
