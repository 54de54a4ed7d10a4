import { cpSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { pick } from "../sample-869/chance.ts";
import { sampleEntries } from "../sample-869/sample.ts";
import { after, SIGNERS } from "./cast.ts";
import { claim, listOf, textOf } from "./hand.ts";
import { inTurn } from "./in-turn.ts";
import type { Play } from "./play.ts";

/** Every unit fills in, checks and submits a period; the office takes the files in and answers. */
export async function reportPeriod(play: Play, period: Period): Promise<void> {
  const { tell, last, units } = play;
  const reporters = period === last ? [...units, ...play.joining] : units;
  tell.chapter(
    `${period}：${reporters.length} 个单位填报、检查、上报，市级接收`,
    `${period}: ${reporters.length} units fill in, check and submit; the office takes it in`,
  );
  const files = await inTurn(reporters, (unit) => fillAndSubmit(play, unit, period));
  tell.line("填报、强制性检查通过、签名加密上报", "entered, no hard finding, signed, encrypted");
  await importInAnyOrder(play, files, after(period, 8));
}

async function fillAndSubmit(play: Play, unit: UnitKey, period: Period): Promise<string> {
  const { hand, plan } = play;
  const at = after(period, 5);
  const entries = join("entries", `${unit}-${period}.json`);
  writeFileSync(entries, `${JSON.stringify(sampleEntries(plan, unit, period), null, 2)}\n`);
  await hand.json(at, ["entry", "set", entries, "-w", unit]);
  const found = await hand.json(at, ["check", "-w", unit, "--period", period], [0, 1]);
  claim(listOf(found, "hard").length === 0, `${unit} ${period} has hard findings`);
  return submit(play, unit, period, at);
}

/** 上报 from a workspace folder; answers the bundle's file. */
export async function submit({ hand }: Play, folder: string, period: Period, at: string): Promise<string> {
  const out = join("bundles", `${folder}-${period}`);
  const sealed = await hand.json(
    at,
    ["submit", "-w", folder, "--period", period, ...SIGNERS, "--out", out],
    [0, 1],
  );
  return join(out, basename(textOf(sealed, "file")));
}

/** Shuffled, then all of it again in another order, then on a copy of the office in a third. */
async function importInAnyOrder({ hand, tell }: Play, files: readonly string[], at: string): Promise<void> {
  const shuffled = (seed: string): string[] =>
    files.toSorted((a, b) => pick(0, 1e6, basename(a), seed) - pick(0, 1e6, basename(b), seed));
  const twin = "office-twin";
  cpSync("office", twin, { recursive: true });
  const first = await hand.json(at, ["import", ...shuffled("first"), "-w", "office"]);
  const again = await hand.json(at, ["import", ...shuffled("again"), "-w", "office"]);
  const other = await hand.json(at, ["import", ...shuffled("first").toReversed(), "-w", twin]);
  rmSync(twin, { recursive: true });
  const digests = [first, again, other].map((answer) => textOf(answer, "ledger"));
  claim(new Set(digests).size === 1, `ledger digests differ: ${digests.join(" ")}`);
  const statuses = listOf(again, "bundles").map(({ status }) => status);
  claim(
    statuses.every((status) => status === "duplicate"),
    `a second import merged: ${statuses.join(" ")}`,
  );
  const added = listOf(first, "bundles").reduce((sum, { added: count }) => sum + Number(count), 0);
  const digest = textOf(first, "ledger").slice(0, 16);
  tell.line(
    `打乱顺序合并 ${files.length} 包 ${added} 条；再导一遍全是重复；另一台电脑倒着导入：台账摘要都是 ${digest}…`,
    `${files.length} bundles, ${added} records in shuffled order; all again: duplicates; on a copy in reverse order: ` +
      `the same ledger digest ${digest}…`,
  );
}

/** Everything that waits and has no open finding is accepted. */
export async function acceptAll({ hand, tell }: Play, period: Period, at: string): Promise<void> {
  const done = await hand.json(at, ["review", "accept", "-w", "office", "--period", period, "--all"]);
  const count = String(done["decided"]);
  tell.line(
    `市级审核：接收没有问题的 ${count} 项`,
    `items without an open finding that the office accepts: ${count}`,
  );
}

/** A receipt for each unit, taken in by its laptop. The office writes one after the other. */
export async function receipts({ hand, tell }: Play, units: readonly UnitKey[], at: string): Promise<void> {
  const file = (unit: UnitKey): string => join("bundles", `${unit}-receipt-${at.slice(0, 10)}.tzb.age`);
  for (const unit of units) {
    await hand.json(at, ["receipt", "-w", "office", "--unit", unit, "--out", file(unit)]);
  }
  await inTurn(units, async (unit) => {
    const taken = await hand.json(at, ["import", file(unit), "-w", unit]);
    claim(listOf(taken, "bundles")[0]?.["status"] === "merged", `the receipt of ${unit} was not taken in`);
  });
  tell.line(
    `${units.length} 份签名回执，由各单位导入：每一项的结果、每一包的下落都在里面`,
    `signed receipts taken in by the units: ${units.length}, with the outcome of every item and the fate of every bundle`,
  );
}
