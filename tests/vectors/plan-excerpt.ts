import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { planOf } from "../support/bundles.ts";

const LAST_TASK = 2;
const UNITS = new Set(["360900", "360981", "360982", "gxj"]);

/** Two tasks of the plan and the units they need: small enough to stand in many files, and a sound plan. */
export function planExcerpt(version: number, changes: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const plan = planOf(version);
  const parsed = parsePlan({
    ...plan,
    document: {
      ...plan.document,
      clause: { ...plan.document.clause, units: ["360981", "360982"] },
      numerals: [],
      source: { ...plan.document.source, restorations: [] },
    },
    sections: plan.sections.slice(0, 2),
    chains: plan.chains.filter(({ task }) => task <= LAST_TASK),
    units: plan.units.filter(({ key }) => UNITS.has(key)),
    tasks: plan.tasks
      .filter(({ no }) => no <= LAST_TASK)
      .map((task) => ({ ...task, responsible: task.responsible.filter(({ unit }) => UNITS.has(unit)) })),
    indicators: plan.indicators.filter(({ task }) => task > 1 && task <= LAST_TASK),
    registers: [],
    rules: [],
    calendar: { ...plan.calendar, holidays: [] },
    ...changes,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return toCanonicalBytes(parsed.value);
}
