import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import type { Period } from "#shared/plan/ids.ts";
import { after, type Cast } from "./cast.ts";
import { claim, handIn, listOf, textOf } from "./command.ts";
import { entriesOf } from "./entries.ts";
import { forgeries } from "./forgeries.ts";
import type { Narrator } from "./narrator.ts";
import { outsideProof } from "./outside-proof.ts";
import { acceptAll, bundledPlan, prepareFolders, receipts, reportPeriod } from "./report.ts";
import { correctOne, returnOne } from "./return-and-correct.ts";
import { setUp } from "./set-up.ts";
import { twoLaptops } from "./two-laptops.ts";

/** The whole cycle. Every claim it makes is checked; the first that does not hold throws. */
export async function playCycle(cast: Cast, tell: Narrator, options: { readonly print: boolean }): Promise<void> {
  prepareFolders(cast.dir);
  const plan = bundledPlan();
  const fingerprint = await setUp(cast, tell);
  const last = cast.periods.at(-1);
  const [unit] = cast.units;
  if (last === undefined || unit === undefined) throw new Error("nobody plays");
  for (const period of cast.periods) {
    await reportPeriod(cast, plan, period, tell);
    if (period === last) continue;
    await acceptAll(cast, period, after(period, 9), tell);
    await receipts(cast, period, after(period, 10));
  }
  await agreesWithEntries(cast, last, tell);
  await returnOne(cast, unit, last, tell);
  await correctOne(cast, unit, last, tell);
  await twoLaptops(cast, unit, last, fingerprint, tell);
  const plain = await forgeries(cast, last, tell);
  outsideProof(plain, tell);
  if (options.print) await printSheets(cast, last, tell);
  await rollUpTable(cast, last, tell);
}

/** The roll-up against a sum of the sample files that the demonstration takes by itself. */
async function agreesWithEntries(cast: Cast, period: Period, tell: Narrator): Promise<void> {
  const result = await handIn(cast.dir).json(after(period, 8), ["rollup", "-w", "office", "--period", period, "--include-pending"]);
  for (const id of ["T02-1", "T03-1", "T06-1"]) {
    const sum = cast.units
      .flatMap((unit) => entriesOf(cast, unit, period).filter(({ indicator }) => indicator === id))
      .reduce((total, { inputs }) => total.plus(String(inputs?.["revenue"] ?? 0)), new Decimal(0));
    const value = textOf(listOf(result, "indicators").find((figure) => figure["id"] === id) ?? {}, "value");
    claim(sum.div(10_000).toDecimalPlaces(6).eq(value), `${id}: ${value} instead of ${sum.div(10_000).toString()}`);
  }
  tell.line("汇总数与另行相加的样例数一致", "the roll-up equals an independent sum of the samples");
}

async function printSheets(cast: Cast, period: Period, tell: Narrator): Promise<void> {
  const hand = handIn(cast.dir);
  const [unit = ""] = cast.units;
  tell.chapter("打印", "Paper");
  const at = after(period, 20);
  for (const [name, ...args] of [
    ["task-sheet.pdf", "--sheet", "task-sheet"],
    ["progress-sheet.pdf", "--sheet", "progress-sheet", "--period", period],
    ["progress-sheet-blank.pdf", "--sheet", "progress-sheet", "--period", period, "--blank"],
  ]) {
    const printed = await hand.json(at, ["print", "-w", unit, ...args, "--out", join("paper", name ?? "")]);
    for (const { file, pages } of listOf(printed, "files")) tell.plain(`   ${String(file)}  ${String(pages)} 页`);
  }
}

async function rollUpTable(cast: Cast, period: Period, tell: Narrator): Promise<void> {
  const hand = handIn(cast.dir);
  tell.chapter(`${period} 汇总（样例数据，不是宜春的数）`, `Roll-up of ${period} (samples, not Yichun's figures)`);
  const at = after(period, 28);
  const table = await hand.text(at, ["rollup", "-w", "office", "--period", period]);
  const result = await hand.json(at, ["rollup", "-w", "office", "--period", period]);
  writeFileSync(join(cast.dir, `rollup-${period}.txt`), `样例数据，不是宜春的数\n${table}`);
  writeFileSync(join(cast.dir, `rollup-${period}.json`), `${JSON.stringify(result, null, 2)}\n`);
  tell.plain(table);
  const audited = await hand.json(at, ["ledger", "verify", "-w", "office"]);
  tell.line(
    `台账核对无误：填报记录 ${String(audited["revisions"])} 条，决定 ${String(audited["decisions"])} 条，摘要 ${textOf(audited, "digest").slice(0, 16)}…`,
    `the ledger is sound: ${String(audited["revisions"])} revisions, ${String(audited["decisions"])} decisions, digest ${textOf(audited, "digest").slice(0, 16)}…`,
  );
}
