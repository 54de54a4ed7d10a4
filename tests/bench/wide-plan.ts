import { readFileSync } from "node:fs";
import { join } from "node:path";

const BUNDLED = join(import.meta.dirname, "..", "..", "seeds", "yichun-869", "plan.json");

interface PlanText {
  readonly indicators: readonly { readonly id: string; readonly inputs: readonly object[] }[];
}

/** The bundled plan with so many indicators of one figure each that a county's grid has that many lines. */
export function widePlan(lines: number): Buffer {
  const text = readFileSync(BUNDLED, "utf8");
  const plan: PlanText = JSON.parse(text);
  const model = plan.indicators.find(({ id }) => id === "T25-2");
  if (model === undefined) throw new Error("the bundled plan has no T25-2");
  const more = Array.from({ length: lines }, (_, index) => ({
    ...model,
    id: `T25-${100 + index}`,
    name: `样例指标${index + 1}`,
  }));
  return Buffer.from(JSON.stringify({ ...plan, indicators: [...plan.indicators, ...more] }));
}
