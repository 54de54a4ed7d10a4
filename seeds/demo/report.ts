import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { sampleEntries } from "../sample-869/sample.ts";
import { after, SIGNERS, type Cast } from "./cast.ts";
import { claim, handIn, listOf, StepFailed, textOf } from "./command.ts";
import { inPairs } from "./in-pairs.ts";
import type { Narrator } from "./narrator.ts";

export function bundledPlan(): Plan {
  const file = join(import.meta.dirname, "..", "yichun-869", "plan.json");
  const parsed = parsePlan(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new StepFailed("the bundled plan has errors");
  return parsed.value;
}

/** Fills a period with samples, checks it and submits it; answers the bundle's path. */
export async function fillAndSubmit(cast: Cast, plan: Plan, unit: UnitKey, period: Period): Promise<string> {
  const hand = handIn(cast.dir);
  const at = after(period, 5);
  const entries = join("entries", `${unit}-${period}.json`);
  writeFileSync(join(cast.dir, entries), `${JSON.stringify(sampleEntries(plan, unit, period), null, 2)}\n`);
  await hand.json(at, ["entry", "set", entries, "-w", unit], [0, 1]);
  const found = await hand.json(at, ["check", "-w", unit, "--period", period], [0, 1]);
  claim(listOf(found, "hard").length === 0, `${unit} ${period} has hard findings`);
  return submit(cast, unit, period, at);
}

export async function submit(cast: Cast, folder: string, period: Period, at: string): Promise<string> {
  const out = join("bundles", `${folder}-${period}`);
  const sealed = await handIn(cast.dir).json(at, ["submit", "-w", folder, "--period", period, ...SIGNERS, "--out", out], [0, 1]);
  return textOf(sealed, "file");
}

/** All units report a period; the office takes the files in, in whatever order they come, and twice. */
export async function reportPeriod(cast: Cast, plan: Plan, period: Period, tell: Narrator): Promise<void> {
  const hand = handIn(cast.dir);
  tell.chapter(`${period}：各单位填报、检查、上报，市级接收`, `${period}: units fill in, check, submit; the office takes it in`);
  const files: string[] = [];
  await inPairs(cast.units, async (unit) => {
    files.push(await fillAndSubmit(cast, plan, unit, period));
  });
  const at = after(period, 8);
  const twin = join(cast.dir, "office-twin");
  cpSync(join(cast.dir, "office"), twin, { recursive: true });
  const shuffled = files.toSorted((a, b) => (a.slice(-20) < b.slice(-20) ? -1 : 1));
  const first = await hand.json(at, ["import", ...shuffled, "-w", "office"]);
  const added = listOf(first, "bundles").reduce((sum, { added: count }) => sum + Number(count), 0);
  const again = await hand.json(at, ["import", ...shuffled, "-w", "office"]);
  const reversed = await hand.json(at, ["import", ...shuffled.toReversed(), "-w", "office-twin"]);
  rmSync(twin, { recursive: true });
  const digests = [first, again, reversed].map((answer) => textOf(answer, "ledger"));
  claim(new Set(digests).size === 1, `ledger digests differ: ${digests.join(" ")}`);
  claim(listOf(again, "bundles").every(({ status }) => status === "duplicate"), "a second import was no duplicate");
  tell.line(
    `合并 ${files.length} 包 ${added} 条；再导入一次、倒着导入，台账摘要都是 ${textOf(first, "ledger").slice(0, 16)}…`,
    `${files.length} bundles, ${added} records; again and in reverse order: the same ledger digest ${textOf(first, "ledger").slice(0, 16)}…`,
  );
}

/** Everything without an open finding is accepted. */
export async function acceptAll(cast: Cast, period: Period, at: string, tell: Narrator): Promise<void> {
  const done = await handIn(cast.dir).json(at, ["review", "accept", "-w", "office", "--period", period, "--all"]);
  tell.line(`市级接收无问题的 ${String(done["decided"])} 项`, `the office accepts ${String(done["decided"])} items without findings`);
}

/** A receipt for each unit, taken in by its laptop. */
export async function receipts(cast: Cast, name: string, at: string, units: readonly UnitKey[] = cast.units): Promise<void> {
  const hand = handIn(cast.dir);
  for (const unit of units) {
    const file = join("bundles", `${unit}-${name}-receipt.tzb.age`);
    await hand.json(at, ["receipt", "-w", "office", "--unit", unit, "--out", file]);
    await hand.json(at, ["import", file, "-w", unit]);
  }
}

export function prepareFolders(dir: string): void {
  for (const folder of ["bundles", "entries", "paper"]) mkdirSync(join(dir, folder), { recursive: true });
}

export const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
