import type { RevisionBody } from "../ledger/record.ts";
import { periodsOf } from "../plan/calendar.ts";
import type { Item, Period } from "../plan/ids.ts";
import type { Plan } from "../plan/schema.ts";
import { readAnswer } from "./answer.ts";
import { isRealExplanation } from "./explanation.ts";
import { explanationOf } from "./run-checks.ts";

/** The latest earlier explanation of the item that the office accepted: offered again, never taken by itself. */
export function offeredExplanation(
  plan: Plan,
  period: Period,
  item: Item,
  accepted: (period: Period, item: Item) => RevisionBody | undefined,
): { readonly period: Period; readonly text: string } | null {
  for (const earlier of periodsOf(plan).toReversed()) {
    const body = earlier < period ? accepted(earlier, item) : undefined;
    const read = body === undefined ? null : readAnswer(plan, item, body);
    const text = read?.ok === true ? explanationOf(read.value) : undefined;
    if (text !== undefined && isRealExplanation(text)) return { period: earlier, text };
  }
  return null;
}
