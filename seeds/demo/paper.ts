import { join, relative } from "node:path";
import { sampleEntries } from "../sample-869/sample.ts";
import { after } from "./cast.ts";
import { claim, listOf } from "./hand.ts";
import { inTurn } from "./in-turn.ts";
import type { Play } from "./play.ts";

/** A county's sheets as PDF: its task sheet, its progress in a period whose tasks were due, a blank one for handwriting. */
export async function printPaper({ hand, tell, plan, periods, last, units }: Play): Promise<void> {
  const [unit] = units;
  tell.chapter("打印", "Paper");
  const filled = periods.findLast((period) => sampleEntries(plan, unit, period).tasks.length > 0) ?? last;
  const progress = ["--sheet", "progress-sheet", "--period", filled];
  const printed = await inTurn(
    [
      { name: `${unit}-task-sheet.pdf`, args: ["--sheet", "task-sheet"] },
      { name: `${unit}-progress-sheet-${filled}.pdf`, args: progress },
      { name: `${unit}-progress-sheet-blank.pdf`, args: [...progress, "--blank"] },
    ],
    ({ name, args }) =>
      hand.json(after(last, 20), ["print", "-w", unit, ...args, "--out", join("paper", name)]),
  );
  for (const { file, pages } of printed.flatMap((answer) => listOf(answer, "files"))) {
    claim(Number(pages) > 0, `${String(file)} is empty`);
    const name = relative(process.cwd(), String(file));
    tell.line(
      `${name}，${String(pages)} 页，标着样例数据`,
      `${name}, ${String(pages)} pages, marked as samples`,
    );
  }
}
