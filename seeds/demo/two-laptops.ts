import { join } from "node:path";
import { after } from "./cast.ts";
import { figureOf, raisedEntries, remember, rollUp } from "./figures.ts";
import { claim, listOf, partOf, textOf } from "./hand.ts";
import type { Play } from "./play.ts";
import { submit } from "./report.ts";
import { enrolLaptops } from "./set-up.ts";

const INDICATOR = "T08-1";
const ITEM = `indicator:${INDICATOR}`;

/** Two laptops of one unit report one item differently; the unit settles it, never the office. */
export async function twoLaptops(play: Play): Promise<void> {
  const { hand, tell, last } = play;
  const [unit] = play.units;
  const second = `${unit}-second`;
  tell.chapter("同一单位的两台电脑填得不一样", "Two laptops of one unit differ");
  await enrolLaptops(play, [{ unit, folder: second }]);
  const at = after(last, 16);
  const raise = { unit, indicator: INDICATOR, by: "777", note: "第二台电脑填报的数（样例）" };
  await hand.json(at, ["entry", "set", raisedEntries(play, raise), "-w", second]);
  const file = await submit(play, second, last, at);
  await hand.json(at, ["import", file, "-w", "office"]);
  const [conflict] = listOf(await hand.json(at, ["conflicts", "-w", "office"], [1]), "conflicts");
  claim(conflict?.["item"] === ITEM && listOf(conflict, "sides").length === 2, "the office sees no conflict");
  const inConflict = partOf(figureOf(await rollUp(play, at), INDICATOR), "units")["conflict"];
  claim(Array.isArray(inConflict) && inConflict.includes(unit), "the roll-up does not name the conflict");
  tell.line(
    `市级看到 ${INDICATOR} 版本不一致，两个值都留着；汇总点名，不替县里选`,
    `the office sees two values of ${INDICATOR} and keeps both; the roll-up names them and picks none`,
  );
  await returnBoth(play, at);
  await settle(play);
  remember(play, raise);
}

/** Differing values can only be returned; the receipt carries the packages of both sides. */
async function returnBoth(play: Play, at: string): Promise<void> {
  const { hand, tell, last } = play;
  const [unit] = play.units;
  const one = ["--unit", unit, "--period", last, "--item", ITEM];
  await hand.json(at, ["review", "accept", "-w", "office", ...one], [1]);
  const why = ["--comment", "两台电脑的数不同，请核定一个（样例）"];
  await hand.json(at, ["review", "return", "-w", "office", ...one, ...why]);
  const receipt = join("bundles", `${unit}-receipt-conflict.tzb.age`);
  await hand.json(at, ["receipt", "-w", "office", "--unit", unit, "--out", receipt]);
  await hand.json(at, ["import", receipt, "-w", unit]);
  tell.line("退回；回执带着两边的原包", "returned; the receipt carries the original packages of both sides");
}

async function settle(play: Play): Promise<void> {
  const { hand, tell, last } = play;
  const [unit] = play.units;
  const at = after(last, 17);
  const [seen] = listOf(await hand.json(at, ["conflicts", "-w", unit], [1]), "conflicts");
  const theirs = listOf(seen, "sides").find(({ body }) => JSON.stringify(body).includes("第二台电脑"));
  const choice = [
    "--take",
    textOf(theirs, "revision"),
    "--comment",
    "以第二台电脑的数为准，第一台漏记一户（样例）",
  ];
  await hand.json(at, ["resolve", textOf(seen, "subject"), "-w", unit, ...choice]);
  const settled = await submit(play, unit, last, at);
  await hand.json(at, ["import", settled, "-w", "office"]);
  await hand.json(at, ["conflicts", "-w", "office"]);
  const one = ["--unit", unit, "--period", last, "--item", ITEM];
  await hand.json(at, ["review", "accept", "-w", "office", ...one]);
  tell.line(
    "第一台电脑看到两边，选定一个并写明原因，重报，市级接收",
    "the first laptop sees both, takes one with its reason, resubmits; the office accepts",
  );
}
