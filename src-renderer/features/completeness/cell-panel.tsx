import type { CompletenessCell, CompletenessUnit } from "#shared/ipc/completeness-view.ts";
import type { Period } from "#shared/plan/ids.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { counts, lookOf, wordsOf } from "./looks.ts";
import { numberingSentences } from "./numbering.ts";

type Props = {
  readonly unit: CompletenessUnit;
  readonly period: Period;
  readonly cell: CompletenessCell;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  /** Unset where nothing is missing, or of another period than the one in front. */
  readonly onRemind: (() => void) | undefined;
};

/** One unit's period in numbers, and what to do about it. */
export function CellPanel({ unit, period, cell, onClose, onOpen, onRemind }: Props) {
  const t = useT();
  const formats = useFormats();
  const look = lookOf(t, cell);
  const warnings = numberingSentences(t, unit);
  return (
    <aside className="panel completeness__panel" aria-label={t("completeness:details")}>
      <header className="panel__head">
        <div className="grow">
          <div className="panel__title">{t("completeness:details")}</div>
          <h2>
            {unit.name} {formats.period(period)}
          </h2>
        </div>
        <span className={`completeness__chip cheat--${look.tone}`}>
          <Icon name={look.icon} size={14} />
          {wordsOf(t, look)}
        </span>
        <IconButton icon="x" small label={t("common:close")} onClick={onClose} />
      </header>
      <div className="panel__body">
        <dl className="dl completeness__counts">
          {counts.map((name) => (
            <div key={name}>
              <dt>{t(`completeness:count.${name}`)}</dt>
              <dd>
                {cell[name]}
                <CountNote name={name} cell={cell} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{t("completeness:firstReceived")}</dt>
            <dd>
              {cell.receivedAt === null ? t("completeness:nothingCame") : formats.dayTime(cell.receivedAt)}
            </dd>
          </div>
          <div>
            <dt>{t("completeness:rate")}</dt>
            <dd>{t("completeness:ratio", { periods: unit.onTime.periods, of: unit.onTime.of })}</dd>
          </div>
        </dl>
        {warnings.map((said) => (
          <Banner key={said} kind="warned">
            {said}
          </Banner>
        ))}
        <p className="hint">{t("completeness:sums")}</p>
      </div>
      <footer className="panel__foot">
        {onRemind !== undefined && (
          <Button icon="phone" onClick={onRemind}>
            {t("completeness:remindOne")}
          </Button>
        )}
        <Button endIcon="arrow-r" onClick={onOpen}>
          {t("completeness:openReview")}
        </Button>
      </footer>
    </aside>
  );
}

function CountNote({ name, cell }: { name: (typeof counts)[number]; cell: CompletenessCell }) {
  const t = useT();
  if (name === "late" && cell.daysLate > 0)
    return <small>{t("completeness:lateNote", { count: cell.daysLate })}</small>;
  if (name === "missing" && cell.daysOverdue > 0)
    return <small>{t("completeness:overdueNote", { count: cell.daysOverdue })}</small>;
  return null;
}
