import { explanationOf } from "#shared/checks/run-checks.ts";
import { readAnswer } from "#shared/checks/answer.ts";
import { appError } from "#shared/errors.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { gapsOf, isOutlier, type Digest, type Expected, type Outlier } from "#shared/monitoring/digest.ts";
import { byChange, jumpRule, moversOf, thresholdOf } from "#shared/monitoring/movers.ts";
import { fail, ok } from "#shared/result.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { conflictList } from "../review/review.ts";
import type { Session } from "../session.ts";
import { snapshotList } from "../rollup/snapshots.ts";
import type { Answer } from "../types.ts";
import { completenessReader } from "../period/unit-completeness.ts";
import { answersOf, bodyOf, readUnitPeriod, type UnitPeriod } from "../period/unit-period.ts";

/** 统计监测 of a period: what moved, what is missing, what stands out, what came after the 定稿. Judged or not. */
export function monitoringDigest(session: Session, period: Period): Answer<Digest> {
  const { plan, db } = session;
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const snapshots = snapshotList(session, period);
  if (!snapshots.ok) return snapshots;
  const [latest] = snapshots.value.versions;
  const rule = jumpRule(plan);
  const completeness = completenessReader(session, [period]);
  const units = reportingUnits(plan, period).map(({ key }) =>
    readUnitPeriod(db, plan, { unit: key, period }, { drafts: false }),
  );
  return ok({
    period,
    threshold: rule && thresholdOf(rule),
    movers:
      rule === null
        ? []
        : byChange(
            units.flatMap((known) =>
              moversOf(rule, {
                plan,
                unit: known.unit,
                period,
                answers: answersOf(known),
                history: known.past,
              }),
            ),
          ),
    gaps: units.flatMap((known) => gapsOf(completeness(known.unit, period), (item) => noDataOf(known, item))),
    outliers: units.flatMap(outliersOf),
    since: latest ? { number: latest.number, items: latest.since } : null,
    conflicts: conflictList(session)
      .filter((conflict) => conflict.period === period)
      .map(({ unit, item, sides }) => ({
        unit,
        item,
        sides: sides.length,
        at:
          sides
            .map((side) => side.at)
            .toSorted()
            .at(-1) ?? "",
      })),
  });
}

function noDataOf({ subjects }: UnitPeriod, item: Item): Expected | undefined {
  const body = bodyOf(subjects.get(item)?.current_body);
  return body !== null && "noData" in body ? body.noData : undefined;
}

function outliersOf(known: UnitPeriod): Outlier[] {
  const answers = answersOf(known);
  return [...known.findings].flatMap(([item, findings]) =>
    findings
      .filter((finding) => isOutlier(known.plan, finding))
      .map((finding) => ({ unit: known.unit, finding, explanation: explained(known, item, answers) })),
  );
}

function explained({ plan }: UnitPeriod, item: Item, answers: ReturnType<typeof answersOf>): string | null {
  const body = answers.get(item);
  const read = body && readAnswer(plan, item, body);
  const said = read?.ok === true ? explanationOf(read.value) : undefined;
  return said === undefined || said.trim() === "" ? null : said;
}
