import { watch } from "node:fs";
import { join } from "node:path";
import { argv, kill, pid, stdout } from "node:process";
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

/**
 * A program that is killed: by its parent, or by itself at the nth reading of the clock (inside a transaction, too)
 * or the nth sign of life in a folder. It says what it has been promised to be on the disk, and nothing else.
 */

const [, , what, dir = "", trigger = "", ...rest] = argv;
const [place = "", nth] = trigger.split("=");
let left = Number(nth);
const die = () => {
  left -= 1;
  if (left === 0) kill(pid, "SIGKILL");
};
const deps = dependencies(new TestClock("2024-04-03T01:05:00.000Z"));
const { clock } = deps;
const session = must(
  openWorkspace(
    {
      ...deps,
      clock: () => {
        if (place === "clock") die();
        return clock();
      },
    },
    dir,
  ),
);
const say = (text: string) => stdout.write(`${text}\n`);

if (what === "save") {
  const from = Number(trigger);
  for (let amount = from; amount < from + 500; amount += 1) {
    save(session, "2024-03", { [`indicator:T0${2 + (amount % 8)}-1`]: revenue(String(amount)) });
    say(`saved ${amount}`);
  }
} else {
  must(await unlockSession(session, PASSPHRASE));
  if (place === "archive") watch(join(dir, "archive"), die);
  if (place === "out") watch(rest[0] ?? "", die);
  say("ready");
  if (what === "seal") await seal(session, "2024-03", rest[0] ?? "");
  else must(await importFiles(session, rest, { trial: false, context: CONTEXT }));
  say("done");
  process.exit();
}
