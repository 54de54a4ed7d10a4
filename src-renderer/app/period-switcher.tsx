import { nextPeriod, periodsOf, previousPeriod } from "#shared/plan/calendar.ts";
import { Icon } from "../components/icon.tsx";
import { Menu } from "../components/menu.tsx";
import { useFormats } from "./formats.ts";
import { useT } from "./language.tsx";
import { useSession } from "./session.tsx";

/** One period back, one on, or any of the plan. */
export function PeriodSwitcher() {
  const t = useT();
  const formats = useFormats();
  const { plan, period, setPeriod } = useSession();
  const before = previousPeriod(plan, period);
  const after = nextPeriod(plan, period);
  const all = periodsOf(plan);
  const now = (
    <button type="button" className="period__now">
      {formats.period(period)} <small>{formats.ytd(period)}</small>
      <Icon name="chev-d" size={14} />
    </button>
  );
  return (
    <div className="period" role="group" aria-label={t("shell:period")}>
      <button
        type="button"
        className="period__step"
        aria-label={t("shell:previousPeriod")}
        disabled={before === undefined}
        onClick={() => before !== undefined && setPeriod(before)}
      >
        <Icon name="chev-l" />
      </button>
      <Menu
        align="start"
        startAtCurrent
        trigger={now}
        entries={all.toReversed().map((entry) => ({
          kind: "action",
          label: formats.period(entry),
          on: entry === period,
          onSelect: () => setPeriod(entry),
        }))}
      />
      <button
        type="button"
        className="period__step"
        aria-label={t("shell:nextPeriod")}
        disabled={after === undefined}
        onClick={() => after !== undefined && setPeriod(after)}
      >
        <Icon name="chev-r" />
      </button>
    </div>
  );
}
