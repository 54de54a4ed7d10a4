import { daysUntil } from "#shared/plan/calendar.ts";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { StateBar } from "../../components/progress.tsx";
import { State } from "../../components/state.tsx";
import { buttonClass } from "../../components/button.tsx";
import { dueWhat, nextDue } from "../../app/due.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { allStates, type PeriodProgress } from "../../app/period-progress.ts";
import { useSession } from "../../app/session.tsx";
import { nextAction } from "./next-action.ts";

/** Days left, how the items stand, and the one button. */
export function Hero({ progress }: { progress: PeriodProgress }) {
  const t = useT();
  const formats = useFormats();
  const { period } = useSession();
  const { expected, filled, counts } = progress;
  const shares = allStates.map((state) => ({ state, count: counts[state] })).filter(({ count }) => count > 0);
  const next = nextAction(t, counts);
  return (
    <section className="card hero" aria-label={t("reporterHome:overview")}>
      <DueDays progress={progress} />
      <div className="hero__mid">
        <div className="row">
          <h1 className="t-14 strong">
            {t("reporterHome:summary", {
              period: formats.period(period),
              expected,
              accepted: counts.accepted,
              count: expected,
            })}
          </h1>
          <span className="push faint t-12 tnum nowrap">
            {t("reporterHome:filled", { filled, empty: expected - filled })}
          </span>
        </div>
        <StateBar shares={shares} total={expected} thick />
        <div className="legend">
          {shares.map(({ state, count }) => (
            <Link key={state} page="entry" params={{ filter: state }} className="legend__item">
              <State state={state} />
              <b className="tnum">{count}</b>
            </Link>
          ))}
        </div>
      </div>
      <div className="hero__act">
        <Link
          page={next.page}
          params={next.params}
          className={buttonClass({ variant: "primary", size: "lg" })}
        >
          {next.label}
          <Icon name="arrow-r" />
        </Link>
        <Link page="entry" className={buttonClass({ variant: "quiet", size: "sm" })}>
          {t("reporterHome:resume")}
        </Link>
      </div>
    </section>
  );
}

function DueDays({ progress }: { progress: PeriodProgress }) {
  const t = useT();
  const formats = useFormats();
  const { today } = useSession();
  const next = nextDue(progress.grid.items, today);
  if (next === null) {
    return (
      <div className="hero__due">
        <span className="stat__label">{t("reporterHome:nothingDue")}</span>
      </div>
    );
  }
  const { date } = next;
  const days = daysUntil(date, today);
  const fills = { date: formats.day(date), weekday: formats.weekday(date) };
  const look = days < 0 ? "hero__days is-late" : days <= 3 ? "hero__days is-soon" : "hero__days";
  return (
    <div className="hero__due">
      <span className="stat__label">
        {days < 0 ? t("reporterHome:pastDue", fills) : t("reporterHome:untilDue", fills)}
      </span>
      <div className={look}>
        {days === 0 ? (
          <b>{t("reporterHome:today")}</b>
        ) : (
          <>
            {t(days < 0 ? "reporterHome:daysPast" : "reporterHome:daysLeft")} <b>{Math.abs(days)}</b>{" "}
            {t("reporterHome:days")}
          </>
        )}
      </div>
      {next.what !== "all" && <span className="stat__label">{dueWhat(t, next)}</span>}
    </div>
  );
}
