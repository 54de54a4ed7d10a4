import { MessagePort, parentPort, workerData } from "node:worker_threads";
import { setImmediate as nextTurn } from "node:timers/promises";
import { serveEngine } from "#main/engine-host/engine-server.ts";
import type { EngineCall } from "#main/engine-host/protocol.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";

/**
 * A thread that answers a few channels of its own, to try the transport with:
 * `workspace.info` says what was done so far, `plan.get` ends the thread, `plan.publish` throws,
 * `inbox.merge` works without a pause until it is cancelled, `inbox.list` never ends by itself.
 */
const done: string[] = [];

async function untilAborted(signal: AbortSignal): Promise<never> {
  while (!signal.aborted) await nextTurn();
  throw signal.reason;
}

const run: EngineCall = async (channel, input, { progress, signal }) => {
  done.push(`${channel} ${JSON.stringify(input)}`);
  switch (channel) {
    case "workspace.info":
      return ok([...done]);
    case "workspace.open":
    case "workspace.close":
      return ok({});
    case "enrol.list":
      for (let at = 1; at <= 3; at++) await nextTurn();
      done.push("enrol.list ended");
      return fail(appError("wrong-role", { role: "office" }));
    case "plan.get":
      process.exit(7);
    // falls through: the thread is gone
    case "plan.publish":
      throw new TypeError("样例");
    case "inbox.merge": {
      let rounds = 0;
      while (!signal.aborted) progress(rounds++, Number.MAX_SAFE_INTEGER);
      return ok({ stoppedInTheMidst: true });
    }
    case "inbox.list":
      progress(0, 1);
      return untilAborted(signal);
    case "conflict.list":
      return ok(() => "a function cannot cross");
    default:
      return fail(appError("not-built"));
  }
};

const cancels: unknown = workerData.cancels;
if (parentPort === null || !(cancels instanceof MessagePort)) throw new Error("started wrongly");
serveEngine(parentPort, cancels, run);
