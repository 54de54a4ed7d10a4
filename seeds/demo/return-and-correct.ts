import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { after, type Cast } from "./cast.ts";
import { claim, handIn, listOf, textOf } from "./command.ts";
import { entriesOf } from "./entries.ts";
import type { Narrator } from "./narrator.ts";
import { acceptAll, receipts, submit } from "./report.ts";

const RETURNED = "indicator:T04-1";
const CORRECTED = "T03-1";

/** The office returns one item; the county mends and resubmits it. */
export async function returnOne(cast: Cast, unit: UnitKey, period: Period, tell: Narrator): Promise<void> {
  const hand = handIn(cast.dir);
  tell.chapter("退回一项，县里改正重报", "One item is returned, mended and resubmitted");
  await hand.json(after(period, 9), [
    ...["review", "return", "-w", "office", "--unit", unit, "--period", period, "--item", RETURNED],
    ...["--comment", "口径与上期不一致，请说明（样例）"],
  ]);
  await acceptAll(cast, period, after(period, 9), tell);
  await receipts(cast, period, after(period, 10));
  const status = await hand.json(after(period, 10), ["status", "-w", unit, "--period", period]);
  const open = listOf(status, "items").filter(({ state }) => state === "returned");
  claim(open.length === 1 && open[0]?.["item"] === RETURNED, "another item than the returned one is open");
  tell.line(`县里只有 ${RETURNED} 重开，带着市级的意见`, `only ${RETURNED} is open again, with the office's words`);

  raiseFigure(cast, { unit, period, indicator: "T04-1", by: "1200.5", note: "已按可比口径重新核对（样例）" });
  await hand.json(after(period, 11), ["entry", "set", "entries/change.json", "-w", unit], [0, 1]);
  const file = await submit(cast, unit, period, after(period, 11));
  await hand.json(after(period, 12), ["import", file, "-w", "office"]);
  await acceptAll(cast, period, after(period, 12), tell);
}

/** A correction of an accepted figure: it counts only once the office has accepted it. */
export async function correctOne(cast: Cast, unit: UnitKey, period: Period, tell: Narrator): Promise<void> {
  const hand = handIn(cast.dir);
  tell.chapter("更正一个已接收的数", "An accepted figure is corrected");
  const before = await cityFigure(cast, period, []);
  raiseFigure(cast, { unit, period, indicator: CORRECTED, by: "5000", note: "前期漏报一户企业，现予更正（样例）" });
  await hand.json(after(period, 13), ["entry", "set", "entries/change.json", "-w", unit], [0, 1]);
  const file = await submit(cast, unit, period, after(period, 13));
  await hand.json(after(period, 14), ["import", file, "-w", "office"]);
  const waiting = await cityFigure(cast, period, []);
  const pending = await cityFigure(cast, period, ["--include-pending"]);
  claim(waiting === before && pending !== before, `a pending correction changed the figure: ${before} ${waiting} ${pending}`);
  await hand.json(after(period, 15), [
    ...["review", "accept", "-w", "office", "--unit", unit, "--period", period, "--item", `indicator:${CORRECTED}`],
  ]);
  const accepted = await cityFigure(cast, period, []);
  claim(accepted === pending, "the accepted correction does not count");
  tell.line(
    `${CORRECTED} 接收前仍是 ${before} 亿元（含待审 ${pending}），接收后 ${accepted} 亿元`,
    `${CORRECTED} stays ${before} until accepted (${pending} with pending), then ${accepted}`,
  );
}

async function cityFigure(cast: Cast, period: Period, options: readonly string[]): Promise<string> {
  const result = await handIn(cast.dir).json(after(period, 15), ["rollup", "-w", "office", "--period", period, ...options]);
  return textOf(listOf(result, "indicators").find(({ id }) => id === CORRECTED) ?? {}, "value");
}

/** Writes the entries file of one changed figure: what the unit reported, and so much more (万元). */
export function raiseFigure(
  cast: Cast,
  { unit, period, indicator, by, note }: { unit: UnitKey; period: Period; indicator: string; by: string; note: string },
): void {
  const reported = entriesOf(cast, unit, period).find((entry) => entry.indicator === indicator)?.inputs ?? {};
  const revenue = new Decimal(String(reported["revenue"] ?? 0)).plus(by).toString();
  const entries = { period, indicators: [{ indicator, inputs: { ...reported, revenue }, note }] };
  writeFileSync(join(cast.dir, "entries", "change.json"), `${JSON.stringify(entries, null, 2)}\n`);
}
