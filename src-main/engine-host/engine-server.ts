import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import {
  callMessageSchema,
  cancelMessageSchema,
  type CallMessage,
  type EngineCall,
  type EngineMessage,
} from "./protocol.ts";

/** Progress goes out at most this often, the last report always. */
const progressEveryMs = 50;

const errorOf = (error: unknown): { name: string; message: string; stack: string } =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? "" }
    : { name: "Error", message: String(error), stack: "" };

/**
 * Answers calls in the engine's thread, one after another: they share one database. A call that was cancelled while
 * it waited is never begun; one that runs sees it in its signal.
 */
export function serveEngine(calls: MessagePort, cancels: MessagePort, run: EngineCall): void {
  const controllers = new Map<number, AbortController>();
  // NOTE: the two ports keep no order between them, so a cancel may come before its call. Ids only rise.
  const cancelledEarly = new Set<number>();
  let lastId = 0;
  let last: Promise<void> = Promise.resolve();
  const post = (message: EngineMessage) => calls.postMessage(message);

  function cancel(message: unknown): void {
    const { cancel: id } = cancelMessageSchema.parse(message);
    if (id > lastId) cancelledEarly.add(id);
    else controllers.get(id)?.abort();
  }

  /** NOTE: synchronous work never lets the event loop deliver a cancel; reporting progress is where it is looked for. */
  function takeCancels(): void {
    for (let next = receiveMessageOnPort(cancels); next !== undefined; next = receiveMessageOnPort(cancels)) {
      cancel(next.message);
    }
  }

  function progressOf(id: number): (done: number, total: number) => void {
    let reportedAt = -Infinity;
    return (done, total) => {
      takeCancels();
      const now = performance.now();
      if (done < total && now - reportedAt < progressEveryMs) return;
      reportedAt = now;
      post({ kind: "progress", id, done, total });
    };
  }

  async function answer({ id, channel, input }: CallMessage, { signal }: AbortController): Promise<void> {
    takeCancels();
    try {
      signal.throwIfAborted();
      const result = await run(channel, input, { progress: progressOf(id), signal });
      post({
        kind: "answer",
        id,
        answer: result.ok
          ? { ok: true, value: result.value }
          : { ok: false, error: { code: result.error.code, params: { ...result.error.params } } },
      });
    } catch (error) {
      if (signal.aborted && error === signal.reason) post({ kind: "cancelled", id });
      else post({ kind: "thrown", id, error: errorOf(error) });
    } finally {
      controllers.delete(id);
    }
  }

  cancels.on("message", cancel);
  calls.on("message", (message: unknown) => {
    const call = callMessageSchema.parse(message);
    const controller = new AbortController();
    lastId = call.id;
    if (cancelledEarly.delete(call.id)) controller.abort();
    controllers.set(call.id, controller);
    last = last.then(() => answer(call, controller));
  });
}
