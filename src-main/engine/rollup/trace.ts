import { appError } from "#shared/errors.ts";
import type { TracedRecord, TracedUnit, TraceRequest, TraceView } from "#shared/ipc/trace-view.ts";
import { digestSchema, type BundleDigest } from "#shared/bundle/identifiers.ts";
import { subjectTrace, type Taking, type TracedRevision } from "#shared/ledger/subject-trace.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import { figureSources, type FigureSource, type UnitSources } from "#shared/rollup/figure-sources.ts";
import { bundlesHolding } from "../../store/record-bundles.ts";
import { subjectEntries } from "../../store/records.ts";
import { factsSource } from "./facts-source.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import { provisionalSide } from "./provisional.ts";
import type { Session } from "../session.ts";
import { tracedBundles } from "./traced-bundles.ts";
import type { Answer } from "../types.ts";

/**
 * Walks a figure back: to each unit's part, the revisions it rests on and those that wait, the office's word on them,
 * the bundles that hold both, and whose certificate signed those. On a unit's laptop, its own part alone, with what
 * was sealed and not judged yet. What the signatures are worth now says `verifyTrace`.
 */
export async function traceFigure(session: Session, request: TraceRequest): Promise<Answer<TraceView>> {
  const drawn = drawnFigure(session, request);
  if (!drawn.ok) return drawn;
  const { indicator, figure, units: sources } = drawn.value;
  const taking = session.role === "reporter" || request.includePending ? "unjudged" : "accepted";
  const units = sources.map((unit) => tracedUnit(session, unit, taking));
  const records = units.flatMap((unit) => unit.records);
  if (records.length === 0) return fail(appError("no-figure", { ...named(request) }));
  const own = session.role === "reporter" ? units[0] : undefined;
  return ok({
    period: request.period,
    indicator: indicator.id,
    chain: request.chain ?? null,
    scope: session.role === "office" ? "city" : "unit",
    value: own ? own.value : figure.value,
    display: own ? own.display : figure.display,
    unit: indicator.unit,
    includesPending: own
      ? records.some(({ used, status }) => used && status !== "accepted")
      : figure.includesPending,
    aggregation: indicator.aggregation.kind,
    sums: own ? {} : figure.sums,
    units,
    bundles: await tracedBundles(session, digestsIn(records)),
  });
}

/** Every bundle that a record or the decision on it names, ascending. */
export const digestsIn = (records: readonly TracedRecord[]): BundleDigest[] =>
  [
    ...new Set(records.flatMap(({ bundles, decision }) => [...bundles, ...(decision?.bundles ?? [])])),
  ].toSorted();

const named = ({ indicator, chain, period }: TraceRequest) => ({
  indicator: chain === undefined ? indicator : `${indicator}/${chain}`,
  period,
});

function drawnFigure(session: Session, request: TraceRequest) {
  const { plan, db, role, unit } = session;
  const { period, chain } = request;
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  const indicator = plan.indicators.find(({ id }) => id === request.indicator);
  if (indicator === undefined) return fail(appError("unknown-indicator", named(request)));
  const input = {
    plan,
    period,
    includePending: role === "reporter" || request.includePending,
    facts: factsSource(db, plan, period),
  };
  const found = figureSources(input, indicator, chain);
  if (found === null) return fail(missingChain(session, indicator, request));
  const units = role === "office" ? found.units : found.units.filter((each) => each.unit === unit);
  return ok({ indicator, figure: found.figure, units });
}

function missingChain({ plan }: Session, { perChain }: Indicator, request: TraceRequest) {
  if (request.chain !== undefined || !perChain) return appError("unknown-indicator", named(request));
  const chains = plan.chains.map(({ id }) => `${request.indicator}/${id}`).join(" ");
  return appError("chain-needed", { ...named(request), chains });
}

function tracedUnit(session: Session, { unit, figure, sources }: UnitSources, taking: Taking): TracedUnit {
  const isOffice = unit === session.plan.officeUnit;
  return {
    unit,
    state: figure?.state ?? "counted",
    value: figure?.value ?? null,
    display: figure?.display ?? "—",
    records: sources.flatMap((source) => tracedRecords(session, source, isOffice ? "own" : taking)),
  };
}

function tracedRecords({ db }: Session, source: FigureSource, taking: Taking): TracedRecord[] {
  const { revisions, decisions } = subjectEntries(db, source);
  const chosen = taking === "unjudged" ? provisionalSide(db, source) : null;
  const holding = (id: string): BundleDigest[] =>
    bundlesHolding(db, id).map(({ digest }) => digestSchema.parse(digest));
  return subjectTrace(revisions, decisions, taking, chosen?.entry).map((traced) => ({
    ...tracedRecord(source, traced, holding),
    provisional: traced.entry.id === chosen?.entry.id ? chosen.no : null,
  }));
}

function tracedRecord(
  { item, period }: FigureSource,
  { entry: { id, record }, status, used, verified, decision }: TracedRevision,
  holding: (id: string) => BundleDigest[],
): Omit<TracedRecord, "provisional"> {
  const { at, author, device, planVersion, body } = record;
  return {
    item,
    period,
    status,
    used,
    revision: { id, at, author, device, planVersion, body },
    verified,
    decision: decision && {
      id: decision.id,
      outcome: decision.record.body.outcome,
      comment: decision.record.body.comment ?? null,
      by: decision.record.author.name,
      at: decision.record.at,
      device: decision.record.device,
      bundles: holding(decision.id),
    },
    bundles: holding(id),
  };
}
