import { mkdirSync } from "node:fs";
import type { Language } from "#shared/plan/language.ts";
import { bundledPlan } from "./bundled-plan.ts";
import { after, type Cast } from "./cast.ts";
import { closingFigures } from "./final.ts";
import { forgeries } from "./forgeries.ts";
import { createHand } from "./hand.ts";
import type { Narrator } from "./narrator.ts";
import { outsideProof } from "./outside-proof.ts";
import { printPaper } from "./paper.ts";
import type { Play } from "./play.ts";
import { acceptAll, receipts, reportPeriod } from "./report.ts";
import { correctOne, returnOne } from "./return-and-correct.ts";
import { enrolUnits, setUpOffice } from "./set-up.ts";
import { twoLaptops } from "./two-laptops.ts";

export interface Stage {
  /** An empty folder, the working directory while the play lasts. */
  readonly dir: string;
  readonly tell: Narrator;
  readonly language: Language;
  readonly print: boolean;
}

/** The whole cycle. Every claim it makes is checked; the first that does not hold throws `StepFailed`. */
export async function playCycle(cast: Cast, { dir, tell, language, print }: Stage): Promise<void> {
  const from = process.cwd();
  process.chdir(dir);
  try {
    for (const folder of ["bundles", "entries", "paper"]) mkdirSync(folder);
    const last = cast.periods.at(-1) ?? cast.periods[0];
    const play = {
      ...cast,
      plan: bundledPlan(),
      hand: createHand(tell, language),
      tell,
      last,
      fingerprint: "",
      raised: [],
    };
    await playScenes(play);
    if (print) await printPaper(play);
    await closingFigures(play);
  } finally {
    process.chdir(from);
  }
}

async function playScenes(play: Play): Promise<void> {
  await setUpOffice(play);
  await enrolUnits(play);
  for (const period of play.periods) {
    await reportPeriod(play, period);
    if (period === play.last) break;
    await acceptAll(play, period, after(period, 9));
    // What no receipt has acknowledged travels again in the next package and is merged once.
    if (period !== play.periods[0]) await receipts(play, play.units, after(period, 10));
  }
  await returnOne(play);
  await correctOne(play);
  await twoLaptops(play);
  outsideProof(play, await forgeries(play));
}
