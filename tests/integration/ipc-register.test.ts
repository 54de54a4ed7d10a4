import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, it } from "vitest";
import { contract, type Reply } from "#shared/ipc/contract.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { EngineCall } from "#main/engine-host/protocol.ts";
import type { HostHandlers } from "#main/ipc/host-handlers.ts";
import { registerChannels, type CallEvent } from "#main/ipc/register.ts";

type Listener = (event: CallEvent, input: unknown) => Promise<Reply<unknown>>;

/** Stands where Electron's `ipcMain` stands: keeps the listeners and calls them. */
class Ipc {
  readonly listeners = new Map<string, Listener>();
  handle(channel: string, listener: Listener): void {
    if (this.listeners.has(channel)) throw new Error(`twice: ${channel}`);
    this.listeners.set(channel, listener);
  }
}

/** Stands where a window's contents stand. */
class Contents extends EventEmitter {
  readonly sent: { channel: string; message: unknown }[] = [];
  readonly id: number;
  destroyed = false;
  constructor(id: number) {
    super();
    this.id = id;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }
}

const page = "app://taizhang/index.html";
const mainId = 1;
const printId = 2;
const unused = (): never => {
  throw new Error("not called in these tests");
};
const info = {
  version: "0.1.0",
  language: "zh-CN" as const,
  theme: "system" as const,
  grid: { density: "normal" as const, widths: {} },
  workspace: null,
  recent: [],
  workspacesDir: "/样例",
  today: "2025-07-02",
};
const quietHost: HostHandlers = {
  "app.info": () => ok(info),
  "app.preferences": unused,
  "files.choose": () => ok({ paths: [] }),
  "keystore.state": unused,
  "keystore.remember": unused,
  "keystore.forget": unused,
  "keystore.unlock": unused,
  "window.edit": unused,
  "attachment.open": unused,
  "attachment.save": unused,
  "work.cancel": (_input, { cancel }) => {
    cancel("inbox.merge");
    return ok({});
  },
  "work.next": ({ ticket }, { next }) => ok([...(next(ticket) ?? [])]),
  "files.reveal": unused,
  "paper.preview": unused,
  "paper.save": unused,
  "paper.saveReminders": unused,
  "print.model": unused,
  "print.ready": () => ok({}),
};

let ipc: Ipc;
let failures: { where: string; text: string }[];

beforeEach(() => {
  ipc = new Ipc();
  failures = [];
});

function register({
  host = {},
  engine = unused,
}: {
  host?: Partial<HostHandlers>;
  engine?: EngineCall;
}): void {
  registerChannels({
    ipc,
    engine,
    host: { ...quietHost, ...host },
    kindOf: (id) => (id === mainId ? "main" : id === printId ? "print" : null),
    isAppUrl: (url) => url.startsWith("app://taizhang/"),
    logFailure: (where, error) => {
      failures.push({ where, text: String(error) });
      return `id-${failures.length}`;
    },
  });
}

function call(channel: string, input: unknown, event: Partial<CallEvent> = {}): Promise<Reply<unknown>> {
  const listener = ipc.listeners.get(channel);
  if (listener === undefined) throw new Error(`nobody listens to ${channel}`);
  return listener(
    { sender: new Contents(mainId), senderFrame: { url: page, parent: null }, ...event },
    input,
  );
}

describe("registered channels", () => {
  it("are those of the contract, each once", () => {
    register({});
    expect([...ipc.listeners.keys()].toSorted()).toEqual(Object.keys(contract).toSorted());
  });

  it("answer a page of ours with the handler's value", async () => {
    register({});
    expect(await call("app.info", {})).toEqual({ ok: true, value: info });
  });

  it("pass the handler's failure on as it is", async () => {
    register({ host: { "files.reveal": () => fail(appError("file-not-found", { file: "/样例" })) } });
    expect(await call("files.reveal", { path: "/样例" })).toEqual({
      ok: false,
      error: { code: "file-not-found", params: { file: "/样例" } },
    });
    expect(failures).toEqual([]);
  });

  it("hand the engine's channels to the engine", async () => {
    register({ engine: async (channel, input) => ok(channel === "enrol.list" ? [] : input) });
    expect(await call("enrol.list", {})).toEqual({ ok: true, value: [] });
  });
});

describe("a message that is refused", () => {
  const refused = { ok: false, error: { code: "unexpected", params: { id: "id-1" } } };
  const cases: [string, string, Partial<CallEvent>][] = [
    ["from another origin", "app.info", { senderFrame: { url: "https://example.org/", parent: null } }],
    ["from a frame inside the page", "app.info", { senderFrame: { url: page, parent: {} } }],
    ["from a frame that is gone", "app.info", { senderFrame: null }],
    ["from a window we do not know", "app.info", { sender: new Contents(99) }],
    ["of the main window for a print window's channel", "print.ready", {}],
    ["of a print window for the main window's channel", "app.info", { sender: new Contents(printId) }],
  ];
  it.each(cases)("%s reaches no handler and is written down", async (_name, channel, event) => {
    const reached: string[] = [];
    register({
      host: {
        "app.info": () => {
          reached.push("app.info");
          return ok(info);
        },
        "print.ready": () => {
          reached.push("print.ready");
          return ok({});
        },
      },
    });
    expect(await call(channel, {}, event)).toEqual(refused);
    expect(reached).toEqual([]);
    expect(failures).toHaveLength(1);
  });

  it("is not refused where the print window asks for its own", async () => {
    register({});
    expect(await call("print.ready", {}, { sender: new Contents(printId) })).toEqual({ ok: true, value: {} });
  });
});

describe("input", () => {
  it("that departs from the schema is answered with where, and reaches no handler", async () => {
    register({ engine: unused });
    expect(await call("inbox.merge", { files: ["a.tzb", ""] })).toEqual({
      ok: false,
      error: { code: "invalid-input", params: { where: "files.1" } },
    });
  });

  it("with members nobody asked for is refused", async () => {
    register({});
    expect(await call("app.info", { extra: 1 })).toMatchObject({
      ok: false,
      error: { code: "invalid-input" },
    });
  });
});

describe("what nobody expected", () => {
  it("thrown by a handler is written down and answered with its id alone", async () => {
    register({ engine: () => Promise.reject(new Error("口令 secret-words")) });
    const reply = await call("keys.unlock", { passphrase: "secret-words" });
    expect(reply).toEqual({ ok: false, error: { code: "unexpected", params: { id: "id-1" } } });
    expect(failures[0]?.where).toBe("keys.unlock");
  });

  it("in an answer does not reach the page, and the log says where, not what", async () => {
    register({ engine: async () => ok([{ device: "secret-value" }]) });
    const reply = await call("enrol.list", {});
    expect(reply).toEqual({ ok: false, error: { code: "unexpected", params: { id: "id-1" } } });
    expect(failures[0]?.text).toContain("0.device");
    expect(failures[0]?.text).not.toContain("secret-value");
  });
});

describe("a long list", () => {
  const period = { period: "2025-06" };
  const rowsOf = (reply: Reply<unknown>): readonly unknown[] => {
    if (!reply.ok || !Array.isArray(reply.value)) throw new Error("no list");
    return reply.value;
  };
  const next = (ticket: number, from: Contents) => call("work.next", { ticket }, { sender: from });

  it.each([0, 1, 40, 41, 80, 81, 1_000])(
    "of %i rows crosses whole and in order, at most forty at a time",
    async (length) => {
      const units = Array.from({ length }, (_each, index) => String(360_900 + index));
      const sender = new Contents(mainId);
      register({ engine: async () => ok(units) });
      const first = await call("paper.toRemind", period, { sender });
      const rows = [...rowsOf(first)];
      const rest = first.ok ? first.rest : undefined;
      expect(rows.length + (rest?.rows ?? 0)).toBe(length);
      while (rows.length < length) {
        const part = rowsOf(await next(rest?.ticket ?? 0, sender));
        expect(part.length).toBeGreaterThan(0);
        expect(part.length).toBeLessThanOrEqual(40);
        rows.push(...part);
      }
      expect(rows).toEqual(units);
    },
  );

  it("is for the window that asked alone, and its end is its end", async () => {
    register({
      engine: async () => ok(Array.from({ length: 50 }, (_each, index) => String(360_900 + index))),
    });
    const [mine, other] = [new Contents(mainId), new Contents(mainId + 10)];
    const reply = await call("paper.toRemind", period, { sender: mine });
    const ticket = reply.ok ? (reply.rest?.ticket ?? 0) : 0;
    expect(ticket).toBeGreaterThan(0);
    expect(await next(ticket, other)).toMatchObject({ ok: false });
    expect(rowsOf(await next(ticket, mine))).toHaveLength(10);
    expect(await next(ticket, mine)).toEqual({ ok: true, value: [] });
  });

  it("is forgotten with its window", async () => {
    register({
      engine: async () => ok(Array.from({ length: 50 }, (_each, index) => String(360_900 + index))),
    });
    const mine = new Contents(mainId);
    const reply = await call("paper.toRemind", period, { sender: mine });
    mine.emit("destroyed");
    expect(rowsOf(await next(reply.ok ? (reply.rest?.ticket ?? 0) : 0, mine))).toEqual([]);
  });
});

describe("long work", () => {
  it("pushes its progress to the window that asked", async () => {
    const sender = new Contents(mainId);
    register({
      engine: async (_channel, _input, { progress }) => {
        progress(1, 3);
        sender.destroyed = true;
        progress(2, 3);
        return ok([]);
      },
    });
    await call("inbox.list", {}, { sender });
    expect(sender.sent).toEqual([
      { channel: "progress", message: { channel: "inbox.list", done: 1, total: 3 } },
    ]);
  });

  it("is cancelled when its window goes away, which is no failure to write down", async () => {
    const sender = new Contents(mainId);
    register({
      engine: (_channel, _input, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    });
    const reply = call("inbox.merge", { files: ["样例.tzb"] }, { sender });
    sender.emit("destroyed");
    expect(await reply).toEqual({ ok: false, error: { code: "unexpected", params: { id: "cancelled" } } });
    expect(failures).toEqual([]);
  });

  it("is cancelled by its own window, of the channel that it names alone", async () => {
    const sender = new Contents(mainId);
    const signals = new Map<string, AbortSignal>();
    register({
      engine: async (channel, _input, { signal }) => {
        signals.set(channel, signal);
        return new Promise(() => undefined);
      },
    });
    void call("inbox.merge", { files: ["样例.tzb"] }, { sender });
    void call("inbox.list", {}, { sender });
    expect(await call("work.cancel", { channel: "inbox.merge" }, { sender })).toEqual({
      ok: true,
      value: {},
    });
    expect(signals.get("inbox.merge")?.aborted).toBe(true);
    expect(signals.get("inbox.list")?.aborted).toBe(false);
  });

  it("leaves the calls of other windows alone", async () => {
    const mine = new Contents(mainId);
    const other = new Contents(mainId + 10);
    const signals: AbortSignal[] = [];
    registerChannels({
      ipc,
      host: quietHost,
      engine: async (_channel, _input, { signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
      kindOf: () => "main",
      isAppUrl: () => true,
      logFailure: unused,
    });
    void call("inbox.list", {}, { sender: mine });
    void call("inbox.list", {}, { sender: other });
    other.emit("destroyed");
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });
});
