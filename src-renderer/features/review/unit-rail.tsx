import type { ReactNode } from "react";
import type { ReviewUnit } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Badge } from "../../components/marks.tsx";

type Props = {
  readonly units: readonly ReviewUnit[];
  readonly current: string | null;
  readonly onChoose: (unit: string) => void;
  readonly onAcceptAll: () => void;
  /** Above the units. */
  readonly children: ReactNode;
};

/** Units with what waits in each. */
export function UnitRail({ units, current, onChoose, onAcceptAll, children }: Props) {
  const t = useT();
  const waiting = units.filter(({ toJudge, locked }) => toJudge > 0 && !locked).length;
  return (
    <nav className="rail" aria-label={t("review:units")}>
      {children}
      {units.map((unit) => (
        <button
          key={unit.unit}
          type="button"
          className="rail__item"
          aria-current={unit.unit === current ? "true" : undefined}
          onClick={() => onChoose(unit.unit)}
        >
          <span>{unit.name}</span>
          <span className="rail__meta">
            {unit.locked && (
              <>
                <Icon name="st-sealed" size={14} />
                <span className="sr-only">{t("review:locked")}</span>
              </>
            )}
            <Waiting unit={unit} />
          </span>
        </button>
      ))}
      {waiting > 1 && (
        <Button size="sm" variant="quiet" className="review-all" aria-haspopup="dialog" onClick={onAcceptAll}>
          {t("review:acceptAllShort")}
        </Button>
      )}
    </nav>
  );
}

function Waiting({ unit }: { unit: ReviewUnit }) {
  const t = useT();
  if (unit.toJudge > 0) return <Badge>{unit.toJudge}</Badge>;
  if (unit.conflicts > 0) return t("review:unitConflicts", { count: unit.conflicts });
  if (unit.returned > 0) return t("review:unitReturned", { count: unit.returned });
  if (unit.accepted > 0) {
    return (
      <>
        <Icon name="check" size={14} />
        <span className="sr-only">{t("review:unitDone")}</span>
      </>
    );
  }
  return t(unit.timeliness === "not-due" ? "review:unitNotDue" : "review:unitMissing");
}
