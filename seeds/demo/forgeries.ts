import { readFileSync, writeFileSync, appendFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bytesSource } from "#main/bundle/byte-source.ts";
import { readArchive } from "#main/bundle/zip-read.ts";
import { writeZip } from "#main/bundle/zip-write.ts";
import { after, SET_UP, SIGNERS } from "./cast.ts";
import { raisedEntries, remember, type Raise } from "./figures.ts";
import { claim, listOf, StepFailed, textOf } from "./hand.ts";
import type { Play } from "./play.ts";
import { enrolLaptops } from "./set-up.ts";

const FIGURE = '"revenue":"';

/** Three forgeries of one genuine bundle: all refused, the ledger untouched. Answers the genuine one's file. */
export async function forgeries(play: Play): Promise<string> {
  const { hand, tell, last } = play;
  const [unit] = play.units;
  tell.chapter("三个伪造的数据包", "Three forged bundles");
  const at = after(last, 19);
  const raise = { unit, indicator: "T06-1", by: "1", note: "样例：这一包用来演示伪造" };
  const genuine = await plainSubmission(play, unit, raise);
  const before = textOf(await hand.json(at, ["ledger", "digest", "-w", "office"]), "digest");
  const stranger = await strangers(play, raise);
  const forged = [
    { ...oneByteChanged(genuine), zh: "途中改了一个字节", en: "one byte changed on the way" },
    {
      ...(await repacked(genuine)),
      zh: "改数后重新打包，包本身完好",
      en: "a figure changed, packed again soundly",
    },
    {
      ...stranger,
      zh: "陌生人用自己的根密钥冒名签发",
      en: "signed in the unit's name under a stranger's root",
    },
  ];
  for (const { file, reason, zh, en } of forged) {
    const refused = await hand.json(at, ["import", file, "-w", "office"], [1]);
    const [report] = listOf(refused, "bundles");
    claim(
      report?.["status"] === "rejected" && report["reason"] === reason,
      `${file}: ${JSON.stringify(report)}`,
    );
    claim(textOf(refused, "ledger") === before, "a refused bundle changed the ledger");
    tell.line(
      `${zh}：未通过（${reason}），隔离，台账摘要不变`,
      `${en}: refused (${reason}), the ledger digest unchanged`,
    );
  }
  await hand.json(at, ["import", genuine, "-w", "office"]);
  const one = ["--unit", unit, "--period", last, "--item", `indicator:${raise.indicator}`];
  await hand.json(at, ["review", "accept", "-w", "office", ...one]);
  tell.line("真的那一包照常合并、接收", "the genuine one is merged and accepted as ever");
  remember(play, raise);
  return genuine;
}

/** A figure raised and submitted without encryption, so that its inside can be shown. */
async function plainSubmission(play: Play, folder: string, raise: Raise): Promise<string> {
  const { hand, last } = play;
  const at = after(last, 18);
  await hand.json(at, ["entry", "set", raisedEntries(play, raise), "-w", folder]);
  const out = join("bundles", `${folder}-${last}-plain`);
  const submitted = ["submit", "-w", folder, "--period", last, ...SIGNERS, "--out", out, "--plain"];
  return join(out, basename(textOf(await hand.json(at, submitted, [0, 1]), "file")));
}

interface Forged {
  readonly file: string;
  readonly reason: string;
}

function oneByteChanged(genuine: string): Forged {
  const file = join("bundles", "forged-byte.tzb");
  writeFileSync(file, withOtherDigit(readFileSync(genuine)));
  return { file, reason: "damaged" };
}

/** The forger knows ZIP: checksums fit again. What does not fit is the digest that was signed. */
async function repacked(genuine: string): Promise<Forged> {
  const bytes = readFileSync(genuine);
  const archive = await readArchive(bytesSource(bytes));
  if (!archive.ok) throw new StepFailed(`${genuine} is no archive`);
  const entries = archive.value.entries.map(({ name, offset, size }) => {
    const content = bytes.subarray(offset, offset + size);
    const changed = name.endsWith("revisions.ndjson") ? withOtherDigit(content) : content;
    return { name, source: bytesSource(changed) };
  });
  const file = join("bundles", "forged-repacked.tzb");
  writeFileSync(file, "");
  await writeZip(entries, (piece) => appendFileSync(file, piece));
  return { file, reason: "digest-mismatch" };
}

function withOtherDigit(genuine: Uint8Array): Uint8Array {
  const bytes = Buffer.from(genuine);
  const place = bytes.indexOf(FIGURE);
  claim(place >= 0, "no figure to change");
  const at = place + FIGURE.length;
  bytes[at] = bytes[at] === 0x39 ? 0x38 : 0x39;
  return bytes;
}

/** A stranger sets up an office of the same plan and enrols a laptop under the unit's name with it. */
async function strangers(play: Play, raise: Raise): Promise<Forged> {
  const { hand } = play;
  const [folder, laptop, plan] = ["stranger", "stranger-laptop", join("bundles", "stranger-plan.tzb")];
  const identity = ["--role", "office", "--name", "陌生人（样例）", "--sample"];
  const created = await hand.json(SET_UP, ["workspace", "create", folder, ...identity]);
  await hand.json(SET_UP, ["plan", "publish", "-w", folder, "--out", plan]);
  const office = { folder, plan, fingerprint: textOf(created, "fingerprint") };
  await enrolLaptops(play, [{ unit: raise.unit, folder: laptop, office }]);
  return { file: await plainSubmission(play, laptop, raise), reason: "unknown-root" };
}
