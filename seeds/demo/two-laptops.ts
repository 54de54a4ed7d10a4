import { join } from "node:path";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { after, type Cast } from "./cast.ts";
import { claim, handIn, listOf, textOf } from "./command.ts";
import type { Narrator } from "./narrator.ts";
import { submit } from "./report.ts";
import { raiseFigure } from "./return-and-correct.ts";
import { enrolLaptop } from "./set-up.ts";

const INDICATOR = "T08-1";

/** Two laptops of one unit report one item differently; the unit settles it, never the office. */
export async function twoLaptops(cast: Cast, unit: UnitKey, period: Period, fingerprint: string, tell: Narrator): Promise<void> {
  const hand = handIn(cast.dir);
  const second = `${unit}-2`;
  tell.chapter("同一单位两台电脑填得不一样", "Two laptops of one unit differ");
  await enrolLaptop(cast, unit, second, fingerprint);
  const at = after(period, 16);
  raiseFigure(cast, { unit, period, indicator: INDICATOR, by: "777", note: "第二台电脑填报的数（样例）" });
  await hand.json(at, ["entry", "set", "entries/change.json", "-w", second], [0, 1]);
  const file = await submit(cast, second, period, at);
  await hand.json(at, ["import", file, "-w", "office"]);
  const [conflict] = listOf(await hand.json(at, ["conflicts", "-w", "office"], [1]), "conflicts");
  claim(conflict?.["item"] === `indicator:${INDICATOR}`, "the office does not see the conflict");
  tell.line(`市级看到 ${INDICATOR} 有两个值，退回请该单位定`, `the office sees two values of ${INDICATOR} and returns them`);

  await hand.json(at, [
    ...["review", "return", "-w", "office", "--unit", unit, "--period", period, "--item", `indicator:${INDICATOR}`],
    ...["--comment", "两台电脑填的数不同，请核定一个（样例）"],
  ]);
  const receipt = join("bundles", `${unit}-conflict-receipt.tzb.age`);
  await hand.json(at, ["receipt", "-w", "office", "--unit", unit, "--out", receipt]);
  await hand.json(at, ["import", receipt, "-w", unit]);
  const [seen] = listOf(await hand.json(at, ["conflicts", "-w", unit], [0, 1]), "conflicts");
  const side = listOf(seen ?? {}, "sides").find(({ body }) => JSON.stringify(body).includes("第二台电脑"));
  await hand.json(at, [
    ...["resolve", textOf(seen ?? {}, "subject"), "-w", unit, "--take", textOf(side ?? {}, "revision")],
    ...["--comment", "以第二台电脑的数为准，第一台漏记一户（样例）"],
  ]);
  const settled = await submit(cast, unit, period, after(period, 17));
  await hand.json(after(period, 18), ["import", settled, "-w", "office"]);
  await hand.json(after(period, 18), ["conflicts", "-w", "office"]);
  await hand.json(after(period, 18), ["review", "accept", "-w", "office", "--unit", unit, "--period", period, "--item", `indicator:${INDICATOR}`]);
  tell.line("回执带着两边的包；本单位选定一个并写明原因，市级接收", "the receipt carries both sides; the unit takes one with its reason");
}
