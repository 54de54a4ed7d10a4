import { Fragment, type ReactNode } from "react";
import type { OfficeHome } from "#shared/ipc/views.ts";
import { daysUntil } from "#shared/plan/calendar.ts";
import { dueOf, useAskedDue } from "../../app/due.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { navigate } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { ShareBar } from "./share-bar.tsx";
import { firstStep, type Totals } from "./totals.ts";

/** When it was due, who has reported, how far the items are, and what to do first. */
export function Overview({ home, totals }: { home: OfficeHome; totals: Totals }) {
  const t = useT();
  const formats = useFormats();
  const parts = [
    { id: "on-time", words: t("officeHome:summaryOnTime", { count: totals.onTime }) },
    { id: "late", words: t("officeHome:summaryLate", { count: totals.late }), filter: "late" },
    {
      id: "missing",
      words: t("officeHome:summaryMissing", { count: totals.notReported }),
      filter: "missing",
    },
    ...(totals.notDue > 0
      ? [{ id: "not-due", words: t("officeHome:summaryNotDue", { count: totals.notDue }) }]
      : []),
  ];
  return (
    <section className="card hero" aria-label={t("officeHome:overview")}>
      <div className="hero__due">
        <span className="stat__label">{useDueLine()}</span>
        <div className="hero__days">
          <b>{totals.reported}</b> {t("officeHome:reportedUnits", { count: totals.units })}
        </div>
      </div>
      <div className="hero__mid">
        <div className="row">
          <h1 className="t-14 strong">
            {t("officeHome:summary", { period: formats.period(home.period), parts: "" })}
            {parts.map(({ id, words, filter }, index) => (
              <Fragment key={id}>
                {index > 0 && t("officeHome:summaryJoin")}
                {filter === undefined ? (
                  words
                ) : (
                  <Link page="completeness" params={{ filter }} className="ohome__inline">
                    {words}
                  </Link>
                )}
              </Fragment>
            ))}
          </h1>
          <span className="push faint t-12 tnum nowrap">
            {t("officeHome:expectedReceived", {
              expected: totals.expected,
              received: totals.accepted + totals.pending + totals.returned + totals.conflicts,
            })}
          </span>
        </div>
        <ShareBar counts={totals} thick />
        <div className="legend">
          <Count
            state="accepted"
            label={t("states:accepted")}
            count={totals.accepted}
            page="review"
            params={{ tab: "all" }}
          />
          <Count
            state="sealed"
            label={t("officeHome:pending")}
            count={totals.pending}
            page="review"
            params={{ tab: "pending" }}
          />
          <Count
            state="returned"
            label={t("states:returned")}
            count={totals.returned}
            page="review"
            params={{ tab: "returned" }}
          />
          <Count state="conflict" label={t("states:conflict")} count={totals.conflicts} page="conflict" />
          <Count
            state="empty"
            label={t("officeHome:missing")}
            count={totals.missing}
            page="completeness"
            params={{ filter: "missing" }}
          />
          {totals.waiting > 0 && (
            <Count
              state="empty"
              label={t("officeHome:waiting")}
              count={totals.waiting}
              page="review"
              params={{ tab: "all" }}
            />
          )}
        </div>
      </div>
      <div className="hero__act">
        <FirstStep home={home} totals={totals} />
      </div>
    </section>
  );
}

function useDueLine(): string {
  const t = useT();
  const formats = useFormats();
  const { today } = useSession();
  const due = useAskedDue();
  if (due === null) return t("officeHome:noDue");
  const days = daysUntil(due.date, today);
  const fills = { date: dueOf(t, due.what, formats.day(due.date)), weekday: formats.weekday(due.date) };
  if (days === 0) return t("officeHome:dueToday");
  return days < 0 ? t("officeHome:dueOver", fills) : t("officeHome:dueAhead", { ...fills, count: days });
}

type CountProps = {
  readonly state: "accepted" | "sealed" | "returned" | "conflict" | "empty";
  readonly label: string;
  readonly count: number;
  readonly page: string;
  readonly params?: Readonly<Record<string, string>>;
};

function Count({ state, label, count, page, params = {} }: CountProps) {
  return (
    <Link className="legend__item" page={page} params={params}>
      <span className={`state state--${state}`}>
        <Icon name={`st-${state}`} size={14} />
        {label}
      </span>
      <b className="tnum">{count}</b>
    </Link>
  );
}

function FirstStep({ home, totals }: { home: OfficeHome; totals: Totals }) {
  const t = useT();
  const step = firstStep(home, totals);
  const receive = (
    <Button variant="quiet" size="sm" onClick={() => navigate("inbox")}>
      {t("officeHome:receiveNew")}
    </Button>
  );
  const big = (icon: IconName, words: ReactNode, go: () => void) => (
    <Button variant="primary" size="lg" endIcon={icon} onClick={go}>
      {words}
    </Button>
  );
  switch (step) {
    case "review":
      return (
        <>
          {big("arrow-r", t("officeHome:reviewPending", { count: totals.toJudge }), () => navigate("review"))}
          {receive}
        </>
      );
    case "alert":
      return (
        <>
          {big("arrow-r", t("officeHome:handleConflicts"), () => navigate("conflict"))}
          {receive}
        </>
      );
    case "receipts":
      return (
        <>
          {big("arrow-r", t("officeHome:writeReceipts"), () => navigate("review", { receipts: "1" }))}
          {receive}
        </>
      );
    case "requests":
      return (
        <>
          {big("arrow-r", t("officeHome:nextRequests", { count: home.requests }), () => navigate("devices"))}
          {receive}
        </>
      );
    case "receive":
      return big("arrow-r", t("officeHome:receiveNew"), () => navigate("inbox"));
  }
}
