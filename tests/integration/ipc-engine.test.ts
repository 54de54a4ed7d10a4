import { once } from "node:events";
import { join } from "node:path";
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEngineClient, type EngineClient } from "#main/engine-host/engine-client.ts";
import { serveEngine } from "#main/engine-host/engine-server.ts";
import type { EngineChannel } from "#shared/ipc/contract.ts";

const threadFile = join(import.meta.dirname, "ipc-engine-thread.ts");

let client: EngineClient;
let threads: Worker[];
let failures: string[];

beforeEach(() => {
  threads = [];
  failures = [];
  client = createEngineClient({
    start(cancels: MessagePort) {
      const thread = new Worker(threadFile, {
        workerData: { cancels },
        transferList: [cancels],
        execArgv: [],
      });
      threads.push(thread);
      return thread;
    },
    onFailure: (where, error) => failures.push(`${where}: ${String(error)}`),
  });
});
afterEach(() => client.close());

interface Options {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

const call = (channel: EngineChannel, input: unknown = {}, options: Options = {}) =>
  client.call(channel, input, {
    progress: options.progress ?? (() => undefined),
    signal: options.signal ?? new AbortController().signal,
  });

describe("the engine in its thread", () => {
  it("answers values and failures", async () => {
    expect(await call("workspace.open", { dir: "/样例" })).toEqual({ ok: true, value: {} });
    expect(await call("enrol.list")).toEqual({
      ok: false,
      error: { code: "wrong-role", params: { role: "office" } },
    });
  });

  it("begins a call only when the one before has ended", async () => {
    const [, second] = await Promise.all([call("enrol.list"), call("workspace.info")]);
    expect(second).toEqual({ ok: true, value: ["enrol.list {}", "enrol.list ended", "workspace.info {}"] });
  });

  it("rejects with the error that a handler threw", async () => {
    await expect(call("plan.publish")).rejects.toMatchObject({ name: "TypeError", message: "样例" });
    expect(await call("workspace.info")).toMatchObject({ ok: true });
  });

  it("rejects where an answer cannot cross", async () => {
    await expect(call("conflict.list")).rejects.toMatchObject({ name: "DataCloneError" });
    expect(await call("workspace.info")).toMatchObject({ ok: true });
  });

  it("rejects an input that cannot cross", async () => {
    await expect(call("workspace.info", () => undefined)).rejects.toMatchObject({ name: "DataCloneError" });
  });
});

describe("cancelling", () => {
  it("stops work that never pauses, at its next report of progress", async () => {
    const controller = new AbortController();
    const answer = call("inbox.merge", {}, { signal: controller.signal, progress: () => controller.abort() });
    expect(await answer).toEqual({ ok: true, value: { stoppedInTheMidst: true } });
  });

  it("rejects with the signal's reason where the handler gives up", async () => {
    const controller = new AbortController();
    const reason = new Error("取消");
    const answer = call(
      "inbox.list",
      {},
      { signal: controller.signal, progress: () => controller.abort(reason) },
    );
    await expect(answer).rejects.toBe(reason);
  });

  it("never begins a call that waited", async () => {
    const running = new AbortController();
    const waiting = new AbortController();
    const progress = () => {
      waiting.abort("the waiting one");
      running.abort("the running one");
    };
    const answers = await Promise.allSettled([
      call("inbox.list", {}, { signal: running.signal, progress }),
      call("enrol.list", {}, { signal: waiting.signal }),
    ]);
    expect(answers).toEqual([
      { status: "rejected", reason: "the running one" },
      { status: "rejected", reason: "the waiting one" },
    ]);
    expect(await call("workspace.info")).toEqual({ ok: true, value: ["inbox.list {}", "workspace.info {}"] });
  });
});

describe("a cancel that overtakes its call", () => {
  it("still cancels it", async () => {
    const calls = new MessageChannel();
    const cancels = new MessageChannel();
    const begun: string[] = [];
    serveEngine(calls.port2, cancels.port2, async (channel) => {
      begun.push(channel);
      return { ok: true, value: null };
    });
    const answers: unknown[] = [];
    const { promise: both, resolve } = Promise.withResolvers<void>();
    calls.port1.on("message", (message) => answers.push(message) === 2 && resolve());
    const heard = once(cancels.port2, "message");
    cancels.port1.postMessage({ cancel: 1 });
    await heard;
    calls.port1.postMessage({ id: 1, channel: "enrol.list", input: {} });
    calls.port1.postMessage({ id: 2, channel: "inbox.list", input: {} });
    await both;
    expect(answers).toEqual([
      { kind: "cancelled", id: 1 },
      { kind: "answer", id: 2, answer: { ok: true, value: null } },
    ]);
    expect(begun).toEqual(["inbox.list"]);
    for (const port of [calls.port1, cancels.port1]) port.close();
  });
});

describe("when the thread ends", () => {
  it("every call under way is rejected, and the next one finds the workspace open again", async () => {
    await call("workspace.open", { dir: "/样例" });
    const dying = call("plan.get");
    const waiting = call("workspace.info");
    await expect(dying).rejects.toThrow("thread ended (7)");
    await expect(waiting).rejects.toThrow("thread ended (7)");
    expect(failures).toEqual(["engine: Error: the engine's thread ended (7)"]);

    expect(await call("workspace.info")).toEqual({
      ok: true,
      value: ['workspace.open {"dir":"/样例"}', "workspace.info {}"],
    });
    expect(threads).toHaveLength(2);
  });

  it("a workspace that was closed stays closed", async () => {
    await call("workspace.open", { dir: "/样例" });
    await call("workspace.close");
    await expect(call("plan.get")).rejects.toThrow("thread ended");
    expect(await call("workspace.info")).toEqual({ ok: true, value: ["workspace.info {}"] });
  });
});

describe("closing", () => {
  it("cancels what is under way, ends the thread and takes no more calls", async () => {
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const running = call("inbox.list", {}, { progress: () => resolve() });
    const ended = running.then(
      () => "answered",
      () => "given up",
    );
    await begun;
    await client.close();
    expect(await ended).toBe("given up");
    await expect(call("workspace.info")).rejects.toThrow("closed");
    expect(threads[0]?.threadId).toBe(-1);
    expect(failures).toEqual([]);
  });
});
