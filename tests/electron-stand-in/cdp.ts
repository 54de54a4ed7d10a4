/** The DevTools protocol over Chromium's pipe (messages end in NUL). */
import type { Readable, Writable } from "node:stream";
import { EventEmitter } from "node:events";
import type { Protocol } from "../../node_modules/playwright-core/types/protocol.d.ts";

export type { Protocol };
type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

export class CdpSession {
  private readonly events = new EventEmitter();
  private readonly connection: CdpConnection;
  private readonly id: string | undefined;

  constructor(connection: CdpConnection, id: string | undefined) {
    this.connection = connection;
    this.id = id;
  }

  send<M extends keyof Commands & keyof Results>(method: M, params?: Commands[M]): Promise<Results[M]> {
    // The protocol's own types say what the answer to a method is; there is nothing here to check it with.
    return this.connection.send(method, params ?? {}, this.id) as Promise<Results[M]>;
  }

  /** As `send`, where a page that has gone meanwhile is no error. */
  tell<M extends keyof Commands & keyof Results>(method: M, params?: Commands[M]): void {
    this.send(method, params).catch(() => undefined);
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): void {
    this.events.on(event, listener);
  }

  receive(method: string, params: unknown): void {
    this.events.emit(method, params);
  }
}

export class CdpConnection {
  readonly root = new CdpSession(this, undefined);
  /** Settles when the browser is gone. */
  readonly closed: Promise<void>;
  private readonly output: Writable;
  private readonly sessions = new Map<string, CdpSession>();
  private readonly waiting = new Map<number, PromiseWithResolvers<unknown>>();
  private pieces: Buffer[] = [];
  private lastId = 0;
  private isClosed = false;

  constructor(output: Writable, input: Readable) {
    this.output = output;
    output.on("error", () => undefined);
    input.on("data", (chunk: Buffer) => this.read(chunk));
    this.closed = new Promise((resolve) => input.once("close", () => resolve()));
    void this.closed.then(() => {
      this.isClosed = true;
      for (const { reject } of this.waiting.values()) reject(new Error("the browser is gone"));
      this.waiting.clear();
    });
  }

  session(id: string): CdpSession {
    const session = this.sessions.get(id) ?? new CdpSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  forget(id: string): void {
    this.sessions.delete(id);
  }

  send(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    if (this.isClosed) return Promise.reject(new Error("the browser is gone"));
    const id = ++this.lastId;
    const answer = Promise.withResolvers<unknown>();
    this.waiting.set(id, answer);
    this.output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer.promise;
  }

  private read(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...this.pieces, chunk.subarray(start, end)]).toString("utf8");
      this.pieces = [];
      start = end + 1;
      this.receive(JSON.parse(text));
    }
    if (start < chunk.length) this.pieces.push(chunk.subarray(start));
  }

  private receive(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.root : this.sessions.get(message.sessionId);
      if (message.method !== undefined) session?.receive(message.method, message.params);
      return;
    }
    const answer = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) answer?.reject(new Error(message.error.message));
    else answer?.resolve(message.result);
  }
}
