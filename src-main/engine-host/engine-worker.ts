import { MessagePort, parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import plan from "#seeds/yichun-869/plan.json" with { type: "json" };
import { createEngine } from "../engine/create-engine.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { serveEngine } from "./engine-server.ts";
import { runChannel } from "./run-channel.ts";

/** Composition root of the engine's thread. */

const { clockOffsetMs, cancels } = z
  .object({ clockOffsetMs: z.number(), cancels: z.instanceof(MessagePort) })
  .parse(workerData);
if (parentPort === null) throw new Error("the engine runs in a thread of its own");

const engine = createEngine({
  clock: () => new Date(Date.now() + clockOffsetMs),
  bundledPlan: () => toCanonicalBytes(plan),
});
serveEngine(parentPort, cancels, runChannel(engine));
