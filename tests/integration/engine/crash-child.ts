import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { argv, kill, pid, stdout } from "node:process";
import { addAttachments } from "#main/engine/attachments/add-attachments.ts";
import { importFiles } from "#main/engine/inbox/inbox.ts";
import { unlockSession } from "#main/engine/workspace/session-keys.ts";
import { openWorkspace } from "#main/engine/workspace/workspace.ts";
import { CONTEXT, dependencies, must, PASSPHRASE, save, seal, TestClock } from "../../support/workspaces.ts";

/**
 * A program that kills itself at the nth reading of the clock or
 * before the nth statement (inside a transaction, too) or operation on a file. It says what it has been promised to be on the disk, and nothing else.
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

if (what === "attach") {
  countFileOperations();
  say("ready");
  const { added } = addAttachments(session, rest);
  save(session, "2024-03", { "task:2": { status: "in-progress", evidence: added } });
} else {
  must(await unlockSession(session, PASSPHRASE));
  if (place === "file") countFileOperations();
  if (place === "sql") countStatements();
  say("ready");
  if (what === "seal") await seal(session, "2024-03", rest[0] ?? "");
  else must(await importFiles(session, rest, { trial: false, context: CONTEXT }));
}
say("done");
process.exit();

/** Every statement counts, before it is run. */
function countStatements(): void {
  const statement: object = Object.getPrototypeOf(session.db.prepared("SELECT 1"));
  for (const name of ["run", "get", "all"]) {
    const counted = new Proxy(Reflect.get(statement, name), {
      apply(operation, self, args) {
        die();
        return Reflect.apply(operation, self, args);
      },
    });
    Object.defineProperty(statement, name, { value: counted });
  }
}

/** Everything that changes files counts, before it is done. SQLite's own writing does not pass here. */
function countFileOperations(): void {
  for (const name of ["openSync", "writeSync", "fsyncSync", "renameSync", "rmSync"] as const) {
    const counted = new Proxy(fs[name], {
      apply(operation, self, args) {
        die();
        return Reflect.apply(operation, self, args);
      },
    });
    Object.assign(fs, { [name]: counted });
  }
  syncBuiltinESMExports();
}
