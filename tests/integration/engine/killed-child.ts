import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stdin, stdout } from "node:process";
import { saveEntries } from "#main/engine/entry/entry.ts";
import { once } from "node:events";
import { itemSchema, periodSchema } from "#shared/plan/ids.ts";
import type { Answer } from "#main/engine/types.ts";
import { walkStep } from "#main/engine/entry/undo.ts";
import { openWorkspace } from "#main/engine/workspace/workspace.ts";

/**
 * Types figures into cells, undoes and redoes now and then. Says what it is about to do, and what stands in the cell
 * once the engine has acknowledged it. Begins when its parent says a word, and goes on until that kills it.
 */

const [, , dir = "", from = "0"] = argv;
const plan = join(import.meta.dirname, "..", "..", "..", "seeds", "yichun-869", "plan.json");
const period = periodSchema.parse("2024-03");
const say = (...words: readonly (string | number)[]) => stdout.write(`${words.join(" ")}\n`);

function must<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(answer.error.code);
}

await once(stdin, "data");
const clock = () => new Date("2024-04-03T01:05:00.000Z");
const session = must(openWorkspace({ clock, bundledPlan: () => readFileSync(plan) }, dir));
for (let amount = Number(from); ; amount += 1) {
  const item = itemSchema.parse(`indicator:T0${2 + randomInt(8)}-1`);
  say("saving", item, amount);
  must(saveEntries(session, period, [{ item, draft: { inputs: { revenue: String(amount) } } }]));
  say("stands", item, amount);
  if (randomInt(5) > 0) continue;
  say("undoing", item, amount);
  must(walkStep(session, period, "undo"));
  must(walkStep(session, period, "redo"));
  say("stands", item, amount);
}
