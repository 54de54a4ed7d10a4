import { appError } from "#shared/errors.ts";
import type { PublishedValue } from "#shared/ledger/record.ts";
import type { Item, Period } from "#shared/plan/ids.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail, ok } from "#shared/result.ts";
import { newDecision, putOnRecord } from "../review/decision-record.ts";
import { requireDeviceId } from "../trust/device-id.ts";
import { isPlanPeriod } from "../plan/plan-periods.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * 公布数: what was published of a city figure (statistics office, gazette), beside what the units' figures come to.
 * It stands on the city's own item and counts in no sum.
 */
export function publishFigure(
  session: Session,
  { period, item, value }: { readonly period: Period; readonly item: Item; readonly value: PublishedValue },
): Answer<{ readonly decided: number }> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  if (!isPlanPeriod(session, period)) return fail(appError("unknown-period", { period }));
  if (!isCityFigure(session.plan, item)) return fail(appError("unknown-item", { item }));
  const device = requireDeviceId(session);
  if (!device.ok) return device;
  const address = { unit: session.plan.officeUnit, period, item };
  const decision = newDecision(session, address, { outcome: "published", value }, device.value);
  if (!decision.ok) return decision;
  session.db.transaction(() => putOnRecord(session, [decision.value]));
  return ok({ decided: 1 });
}

/** An indicator, and one of its chains exactly where it is counted by chain. */
function isCityFigure(plan: Plan, item: Item): boolean {
  const parts = parseItem(item);
  if (parts.kind !== "indicator") return false;
  const indicator = plan.indicators.find(({ id }) => id === parts.id);
  if (indicator === undefined) return false;
  return indicator.perChain ? plan.chains.some(({ id }) => id === parts.chain) : parts.chain === undefined;
}
