import { MessageChannel, type MessagePort, type Worker } from "node:worker_threads";
import { z } from "zod";
import type { EngineChannel } from "#shared/ipc/contract.ts";
import type { Answer, CallContext } from "../engine/types.ts";
import { engineMessageSchema, type EngineCall, type EngineMessage } from "./protocol.ts";

export interface EngineClient {
  /** Starts the thread before it is needed; otherwise the first call does. */
  prepare(): void;
  /**
   * Calls wait for one another. Rejects with `signal.reason` when cancelled before anything was done, and with
   * an error when a handler threw or the thread ended; the next call then starts a new thread and reopens the workspace.
   */
  readonly call: EngineCall;
  /** Cancels what is under way, closes the workspace and ends the thread. No calls are taken from then on. */
  close(): Promise<void>;
}

interface EngineClientParts {
  /** Starts the thread; `cancels` is the port over which it hears of cancelled calls. */
  readonly start: (cancels: MessagePort) => Worker;
  /** Told of what no caller hears: the thread ended, the workspace could not be reopened. */
  readonly onFailure: (where: string, error: unknown) => void;
}

interface Pending {
  readonly resolve: (answer: Answer<unknown>) => void;
  readonly reject: (reason: unknown) => void;
  readonly context: CallContext;
  readonly forget: () => void;
}

interface Thread {
  readonly worker: Worker;
  readonly cancels: MessagePort;
}

const opened = z.object({ dir: z.string() });
const closeTimeoutMs = 10_000;

export function createEngineClient({ start, onFailure }: EngineClientParts): EngineClient {
  const pending = new Map<number, Pending>();
  let thread: Thread | null = null;
  let lastId = 0;
  let workspace: string | null = null;
  let closing: Promise<void> | null = null;

  function settle(id: number): Pending | undefined {
    const entry = pending.get(id);
    entry?.forget();
    pending.delete(id);
    return entry;
  }

  function receive(raw: unknown): void {
    const message: EngineMessage = engineMessageSchema.parse(raw);
    switch (message.kind) {
      case "progress":
        pending.get(message.id)?.context.progress(message.done, message.total);
        return;
      case "answer":
        settle(message.id)?.resolve(message.answer);
        return;
      case "cancelled": {
        const entry = settle(message.id);
        entry?.reject(entry.context.signal.reason);
        return;
      }
      case "thrown": {
        const { name, message: text, stack } = message.error;
        settle(message.id)?.reject(Object.assign(new Error(text), { name, stack }));
      }
    }
  }

  function ended(ofThread: Thread, error: Error): void {
    if (thread !== ofThread) return;
    thread = null;
    ofThread.cancels.close();
    if (closing === null) onFailure("engine", error);
    for (const id of pending.keys()) settle(id)?.reject(error);
  }

  function begin(): Thread {
    const { port1, port2 } = new MessageChannel();
    const worker = start(port2);
    const begun: Thread = { worker, cancels: port1 };
    let cause: unknown;
    worker.on("message", receive);
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", (code) => ended(begun, new Error(`the engine's thread ended (${code})`, { cause })));
    return begun;
  }

  function send(
    to: Thread,
    channel: EngineChannel,
    input: unknown,
    context: CallContext,
  ): Promise<Answer<unknown>> {
    const id = ++lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Answer<unknown>>();
    const cancel = () => to.cancels.postMessage({ cancel: id });
    context.signal.addEventListener("abort", cancel, { once: true });
    const forget = () => context.signal.removeEventListener("abort", cancel);
    pending.set(id, { resolve, reject, context, forget });
    try {
      to.worker.postMessage({ id, channel, input });
    } catch (error) {
      settle(id)?.reject(error);
    }
    return promise;
  }

  const unattended = (): CallContext => ({ progress: () => undefined, signal: new AbortController().signal });

  function running(): Thread {
    if (thread !== null) return thread;
    const begun = begin();
    thread = begun;
    if (workspace !== null) {
      send(begun, "workspace.open", { dir: workspace }, unattended()).then(
        (answer) => {
          if (!answer.ok) onFailure("reopening the workspace", new Error(answer.error.code));
        },
        (error: unknown) => onFailure("reopening the workspace", error),
      );
    }
    return begun;
  }

  async function call(
    channel: EngineChannel,
    input: unknown,
    context: CallContext,
  ): Promise<Answer<unknown>> {
    if (closing !== null) throw new Error("the engine is closed");
    context.signal.throwIfAborted();
    const answer = await send(running(), channel, input, context);
    if (answer.ok && channel === "workspace.close") workspace = null;
    if (answer.ok && channel === "workspace.lock") retire();
    if (answer.ok && (channel === "workspace.open" || channel === "workspace.create")) {
      workspace = opened.parse(input).dir;
    }
    return answer;
  }

  /** NOTE: keys are texts, which cannot be blotted out; the thread is ended, and all its memory with it. */
  function retire(): void {
    const old = thread;
    thread = null;
    if (old !== null) void end(old).then(() => old.cancels.close());
  }

  async function end({ worker, cancels }: Thread): Promise<void> {
    for (const id of pending.keys()) cancels.postMessage({ cancel: id });
    const { promise: timeUp, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, closeTimeoutMs);
    const closed = send({ worker, cancels }, "workspace.close", {}, unattended()).then(
      () => undefined,
      (error: unknown) => onFailure("closing the workspace", error),
    );
    await Promise.race([closed, timeUp]);
    clearTimeout(timer);
    await worker.terminate();
  }

  return {
    call,
    prepare: () => void running(),
    close() {
      closing ??= thread === null ? Promise.resolve() : end(thread);
      return closing;
    },
  };
}
