import type { OfficeHome } from "#shared/ipc/views.ts";
import { periodSchema, unitKeySchema, type Period } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { ok } from "#shared/result.ts";
import { heldBundles } from "../../store/bundles.ts";
import { judgingCounts } from "../../store/subjects.ts";
import { deviceList } from "../trust/device-list.ts";
import { inboxList } from "../inbox/inbox.ts";
import { planVersions } from "../plan/plan-versions.ts";
import { receiptsWaiting } from "../exchange/receipts-waiting.ts";
import { conflictList, reviewUnits } from "./review.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** What awaits the coordinator in a period. */
export function officeHome(session: Session, period: Period): Answer<OfficeHome> {
  const units = reviewUnits(session, period);
  if (!units.ok) return units;
  const conflicts = Map.groupBy(conflictList(session), ({ unit }) => unit);
  return ok({
    period,
    units: units.value,
    alerts: [
      ...packageAlerts(session),
      ...heldBundles(session.db).map(({ unit, sequence }) => ({
        kind: "held" as const,
        unit: unit === null ? null : unitKeySchema.parse(unit),
        sequence,
        count: 1,
        reason: "newer-plan",
      })),
      ...Array.from(conflicts, ([unit, found]) => ({
        kind: "conflict" as const,
        unit,
        sequence: null,
        count: found.length,
        reason: null,
      })),
    ],
    receipts: receiptsWaiting(session),
    elsewhere: waitingElsewhere(session, period),
    unpublishedPlan: unpublishedPlan(session),
    requests: deviceList(session).filter(({ state }) => state === "requested").length,
  });
}

function packageAlerts(session: Session): OfficeHome["alerts"] {
  return inboxList(session).flatMap((report): OfficeHome["alerts"] => {
    const { unit, sequence, status, reason, warnings, told } = report;
    const at = { unit, sequence, count: 1 };
    if (status === "rejected") return told === undefined ? [{ ...at, kind: "rejected", reason }] : [];
    return [
      ...(warnings.includes("gap") ? [{ ...at, kind: "gap" as const, reason: null }] : []),
      ...(warnings.includes("fork") ? [{ ...at, kind: "fork" as const, reason: null }] : []),
    ];
  });
}

/** Where something else waits to be judged: in which periods, and how many items. */
function waitingElsewhere({ db, plan }: Session, period: Period): OfficeHome["elsewhere"] {
  const others = judgingCounts(db).filter((row) => row.period !== period);
  return Array.from(
    Map.groupBy(others, (row) => row.period),
    ([at, rows]) => {
      const other = periodSchema.parse(at);
      const reporting = new Set<string>(reportingUnits(plan, other).map(({ key }) => key));
      const counted = rows.filter(({ unit }) => reporting.has(unit));
      return { period: other, toJudge: counted.reduce((sum, { count }) => sum + count, 0) };
    },
  ).filter(({ toJudge }) => toJudge > 0);
}

/** A version made here that nobody else has: receipts under it wait at the units until it comes. */
function unpublishedPlan(session: Session): number | null {
  const { mayRevise, versions } = planVersions(session);
  const inForce = versions.find(({ version }) => version === session.plan.version);
  return mayRevise && versions.length > 1 && inForce?.publishedAt === null ? inForce.version : null;
}
