import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import type { Draft } from "#shared/checks/draft.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import type { Session } from "#main/engine/session.ts";
import { walkStep } from "#main/engine/entry/undo.ts";
import { closeSession, openWorkspace } from "#main/engine/workspace/workspace.ts";
import { draftsOf } from "#main/store/drafts.ts";
import { stepsIn, stepsOfItem } from "#main/store/draft-steps.ts";
import { city, scene, withCity } from "../../support/scene.ts";
import { dependencies, must } from "../../support/workspaces.ts";
import { runs } from "../../support/runs.ts";

const PERIOD = periodSchema.parse("2024-03");
const ROUNDS = runs(30, 200);
const ITEMS = [2, 3, 4, 5, 6, 7, 8, 9].map((no) => `indicator:T0${no}-1`);

withCity({ fengcheng: "360981" });

/** Starts the program ahead of its turn: most of its time goes into starting. */
function standBy(dir: string, round: number) {
  const args = [join(import.meta.dirname, "killed-child.ts"), dir, String(1 + round * 100_000)];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(city.folder, "compiled") };
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"], env });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  return { child, closed: once(child, "close"), complaint: () => complaint };
}

/** Lets the program type until a random instant; answers what it had said. */
async function typedUntilKilled({ child, closed, complaint }: ReturnType<typeof standBy>): Promise<string[]> {
  child.stdin.write("go\n");
  const said: string[] = [];
  const enough = 2 + randomInt(40);
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    // In the midst of whatever it does a moment later.
    if (said.length === enough) setTimeout(() => child.kill("SIGKILL"), randomInt(5));
  }
  await closed;
  if (child.signalCode !== "SIGKILL") throw new Error(`it ended by itself: ${complaint()}`);
  return said;
}

const amountOf = (draft: Draft | null | undefined): number =>
  draft && "inputs" in draft ? Number(draft.inputs?.["revenue"]) : Number.NaN;

/** The journal tells of every draft how it came to stand as it does, without a gap. */
function expectJournalToAgree({ db }: Session): void {
  const drafts = draftsOf(db, PERIOD);
  for (const item of ITEMS) {
    const steps = stepsOfItem(db, PERIOD, item);
    expect(amountOf(steps[0]?.after)).toEqual(amountOf(drafts.get(item)?.draft));
    for (const [index, { before }] of steps.slice(0, -1).entries())
      expect(before).toEqual(steps[index + 1]?.after ?? null);
  }
  expect(stepsIn(db, PERIOD, "undone").length).toBeLessThanOrEqual(1);
}

/** What each cell may hold after the program said all this, by its acknowledged value before. */
function allowedAfter(said: readonly string[], acknowledged: Map<string, number>): Map<string, number[]> {
  const allowed = new Map(Array.from(acknowledged, ([item, amount]) => [item, [amount]]));
  for (const line of said) {
    const [act, item = "", amount] = line.split(" ");
    const stands = acknowledged.get(item) ?? Number.NaN;
    if (act === "stands") {
      before.set(item, stands);
      acknowledged.set(item, Number(amount));
      allowed.set(item, [Number(amount)]);
    } else if (act === "saving") allowed.set(item, [stands, Number(amount)]);
    else allowed.set(item, [stands, before.get(item) ?? Number.NaN]);
  }
  return allowed;
}
const before = new Map<string, number>();

it(`keeps every acknowledged save and the undo stack, killed at ${ROUNDS} random instants`, async () => {
  const { dir } = scene.laptop("fengcheng");
  const acknowledged = new Map<string, number>();
  let saves = 0;
  let next = standBy(dir, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const present = next;
    next = standBy(dir, round + 1);
    const said = await typedUntilKilled(present);
    saves += said.filter((line) => line.startsWith("stands")).length;
    const allowed = allowedAfter(said, acknowledged);
    const session = must(openWorkspace(dependencies(scene.clock), dir));
    try {
      expect(session.db.faults()).toEqual([]);
      const drafts = draftsOf(session.db, PERIOD);
      for (const [item, amounts] of allowed) {
        const kept = amountOf(drafts.get(item)?.draft);
        expect(amounts).toContainEqual(kept);
        acknowledged.set(item, kept);
      }
      expectJournalToAgree(session);
      expect(must(walkStep(session, PERIOD, "undo")).barred).toBeNull();
      expect(must(walkStep(session, PERIOD, "redo")).barred).toBeNull();
    } finally {
      closeSession(session);
    }
  }
  next.child.kill("SIGKILL");
  await next.closed;
  expect(saves).toBeGreaterThan(ROUNDS);
}, 600_000);
