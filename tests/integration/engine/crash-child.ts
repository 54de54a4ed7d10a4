import { argv, stdout } from "node:process";
import { importFiles } from "#main/engine/inbox.ts";
import { openWorkspace, unlockSession } from "#main/engine/workspace.ts";
import {
  CONTEXT,
  dependencies,
  must,
  PASSPHRASE,
  revenue,
  save,
  seal,
  TestClock,
} from "../../support/workspaces.ts";

/** A program that its parent kills: it says what it has been promised to be on the disk, and nothing else. */

const [, , what, dir = "", ...rest] = argv;
const clock = new TestClock("2024-04-03T01:05:00.000Z");
const session = must(openWorkspace(dependencies(clock), dir));
const say = (text: string) => stdout.write(`${text}\n`);

if (what === "save") {
  const from = Number(rest[0]);
  for (let amount = from; amount < from + 500; amount += 1) {
    save(session, "2024-03", { [`indicator:T0${2 + (amount % 8)}-1`]: revenue(String(amount)) });
    say(`saved ${amount}`);
  }
} else {
  must(await unlockSession(session, PASSPHRASE));
  say("ready");
  if (what === "seal") await seal(session, "2024-03", rest[0] ?? "");
  else must(await importFiles(session, rest, { trial: false, context: CONTEXT }));
  say("done");
}
