import type { ConflictView } from "#shared/ipc/views.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { unitName } from "#shared/plan/units.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { State } from "../../components/state.tsx";
import { compareSides, conflictKey, differingPlaces } from "../../components/side-columns.ts";

type Props = {
  readonly conflicts: readonly ConflictView[];
  readonly current: string;
  readonly onChoose: (conflict: ConflictView) => void;
};

export function ConflictList({ conflicts, current, onChoose }: Props) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const formats = useFormats();
  const { plan, period } = useSession();
  return (
    <nav className="conflict-list" aria-label={t("officeConflict:title")}>
      <div className="rail__title">{t("officeConflict:waiting", { count: conflicts.length })}</div>
      {conflicts.map((conflict) => {
        const key = conflictKey(conflict);
        const count = differingPlaces(compareSides(plan, conflict, t));
        const line = [
          itemMark(t, conflict.item),
          unitName(plan, conflict.unit),
          ...(conflict.period === period ? [] : [formats.period(conflict.period)]),
        ]
          .filter(Boolean)
          .join(" · ");
        return (
          <button
            key={key}
            type="button"
            className="conflict-item"
            aria-current={key === current ? "true" : undefined}
            onClick={() => onChoose(conflict)}
          >
            <State state="conflict" />
            <b>{itemTitle(plan, conflict.item, language)}</b>
            <small>{line}</small>
            <small>{t("officeConflict:placesDiffer", { count })}</small>
          </button>
        );
      })}
      <p className="hint">{t("officeConflict:listHint")}</p>
    </nav>
  );
}
