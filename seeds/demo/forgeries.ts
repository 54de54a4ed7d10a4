import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Period } from "#shared/plan/ids.ts";
import { after, SIGNERS, type Cast } from "./cast.ts";
import { claim, handIn, listOf, textOf } from "./command.ts";
import type { Narrator } from "./narrator.ts";
import { raiseFigure } from "./return-and-correct.ts";

/** A genuine bundle with one byte changed, and one that a stranger's office signed: refused, the ledger untouched. */
export async function forgeries(cast: Cast, period: Period, tell: Narrator): Promise<string> {
  const hand = handIn(cast.dir);
  const [unit] = cast.units;
  if (unit === undefined) throw new Error("nobody plays");
  tell.chapter("改过一位的包、陌生人签的包", "A bundle with one byte changed, and a stranger's");
  const at = after(period, 19);
  raiseFigure(cast, { unit, period, indicator: "T06-1", by: "1", note: "样例：用来演示伪造的这一包" });
  await hand.json(at, ["entry", "set", "entries/change.json", "-w", unit], [0, 1]);
  const sealed = await hand.json(at, ["submit", "-w", unit, "--period", period, ...SIGNERS, "--out", "bundles/plain", "--plain"], [0, 1]);
  const before = textOf(await hand.json(at, ["ledger", "digest", "-w", "office"]), "digest");

  const genuine = resolve(cast.dir, textOf(sealed, "file"));
  const bytes = readFileSync(genuine);
  const place = bytes.indexOf('"revenue":"') + '"revenue":"'.length;
  claim(place > 20, "no figure to change");
  bytes[place] = bytes[place] === 0x39 ? 0x38 : 0x39;
  writeFileSync(join(cast.dir, "bundles", "forged.tzb"), bytes);
  await hand.json(at, ["workspace", "create", "stranger", "--role", "office", "--name", "陌生人（样例）", "--sample"]);
  await hand.json(at, ["plan", "publish", "-w", "stranger", "--out", "bundles/stranger.tzb"]);
  for (const [file, reason] of [
    ["bundles/forged.tzb", "damaged"],
    ["bundles/stranger.tzb", "unknown-root"],
  ] as const) {
    const refused = await hand.json(at, ["import", file, "-w", "office"], [1]);
    const [report] = listOf(refused, "bundles");
    claim(report?.["status"] === "rejected" && report["reason"] === reason, `${file}: ${JSON.stringify(report)}`);
    claim(textOf(refused, "ledger") === before, "a refused bundle changed the ledger");
    tell.line(`${file}：未通过（${reason}），台账摘要不变`, `${file}: refused (${reason}), the ledger digest unchanged`);
  }
  return genuine;
}
