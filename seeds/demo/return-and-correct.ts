import { after } from "./cast.ts";
import { figureOf, raisedEntries, remember, rollUp, type Raise } from "./figures.ts";
import { claim, listOf, textOf } from "./hand.ts";
import type { Play } from "./play.ts";
import { acceptAll, receipts, submit } from "./report.ts";

const RETURNED = "T04-1";
const CORRECTED = "T03-1";

/** The office returns one item; the county mends and resubmits it. */
export async function returnOne(play: Play): Promise<void> {
  const { hand, tell, last } = play;
  const [unit] = play.units;
  const item = `indicator:${RETURNED}`;
  tell.chapter(
    "退回一项，其余接收，县里改正重报",
    "One item is returned, the rest accepted; the county mends it",
  );
  const one = ["--unit", unit, "--period", last, "--item", item];
  const why = ["--comment", "口径与上期不一致，请核对（样例）"];
  await hand.json(after(last, 9), ["review", "return", "-w", "office", ...one, ...why]);
  await acceptAll(play, last, after(last, 9));
  await receipts(play, [unit], after(last, 10));
  const status = await hand.json(after(last, 10), ["status", "-w", unit, "--period", last]);
  const open = listOf(status, "items").filter(({ state }) => state === "returned");
  claim(open.length === 1 && open[0]?.["item"] === item, "another item than the returned one is open");
  tell.line(
    `回执导入后，县里只有 ${RETURNED} 变成已退回、重新可填，带着市级的意见`,
    `after the receipt only ${RETURNED} is open again in the county, with the office's comment`,
  );
  const mended = { unit, indicator: RETURNED, by: "1200.5", note: "已按可比口径重新核对（样例）" };
  await resubmit(play, mended, 11);
  await acceptAll(play, last, after(last, 12));
  remember(play, mended);
}

/** A correction of an accepted figure counts only once the office has accepted it. */
export async function correctOne(play: Play): Promise<void> {
  const { hand, tell, last } = play;
  const [unit] = play.units;
  tell.chapter("更正一个已接收的数", "An accepted figure is corrected");
  const at = after(last, 15);
  const value = async (...options: string[]): Promise<string> =>
    textOf(figureOf(await rollUp(play, at, options), CORRECTED), "value");
  const before = await value();
  const correction = { unit, indicator: CORRECTED, by: "5000", note: "前期漏报一户企业，现予更正（样例）" };
  await resubmit(play, correction, 13);
  const [waiting, pending] = [await value(), await value("--include-pending")];
  claim(waiting === before && pending !== before, `pending counts: ${before} ${waiting} ${pending}`);
  tell.line(
    `更正已到，市级未接收：${CORRECTED} 仍是 ${before} 亿元，不因更正而缺一个县（含待审为 ${pending}）`,
    `the correction has arrived, not accepted: ${CORRECTED} stays ${before}, no county drops out (with pending ${pending})`,
  );
  const one = ["--unit", unit, "--period", last, "--item", `indicator:${CORRECTED}`];
  await hand.json(at, ["review", "accept", "-w", "office", ...one]);
  const accepted = await value();
  claim(accepted === pending, "the accepted correction does not count");
  tell.line(`接收后：${accepted} 亿元`, `once accepted: ${accepted}`);
  remember(play, correction);
}

async function resubmit(play: Play, raise: Raise, day: number): Promise<void> {
  const { hand, last } = play;
  await hand.json(after(last, day), ["entry", "set", raisedEntries(play, raise), "-w", raise.unit]);
  const file = await submit(play, raise.unit, last, after(last, day));
  await hand.json(after(last, day + 1), ["import", file, "-w", "office"]);
}
