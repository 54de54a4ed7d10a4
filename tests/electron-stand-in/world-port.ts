/**
 * Joins the page's world and the preload's isolated world, as Electron's context bridge does.
 *
 * NOTE: self-contained: the source text of this function is run in both worlds of every page. The worlds
 * share no objects; the detail of a CustomEvent is structured-cloned between them, and its listeners run
 * before dispatchEvent returns, which makes calls synchronous. Whoever learnt the event names could call
 * nothing but what was exposed anyway: each side answers only for functions it handed out.
 */
export type WorldFunction = (...args: unknown[]) => unknown;

export interface WorldPort {
  /** Offers a function under a number agreed beforehand. */
  serve(id: number, run: WorldFunction): void;
  /** Calls the other world's function. Arguments and result are copied; functions and promises are proxied. */
  call(id: number, args: unknown[]): unknown;
}

type Packed =
  | { readonly t: "value"; readonly value: unknown }
  | { readonly t: "function" | "promise"; readonly id: number }
  | { readonly t: "array"; readonly items: readonly Packed[] }
  | { readonly t: "object"; readonly entries: readonly (readonly [string, Packed])[] };

type Message =
  | { readonly kind: "call"; readonly id: number; readonly args: readonly Packed[] }
  | { readonly kind: "return"; readonly ok: boolean; readonly value: Packed }
  | { readonly kind: "settle"; readonly id: number; readonly ok: boolean; readonly value: Packed };

export function connectWorlds(outgoing: string, incoming: string): WorldPort {
  // Taken before any script of the page's runs, so that the page cannot put its own in their place.
  const { apply } = Reflect;
  const { dispatchEvent } = EventTarget.prototype;
  const NativeEvent = CustomEvent;
  const nativeClone = structuredClone;
  const { toString } = Object.prototype;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, "detail")?.get;
  const deepest = 200;

  const offered = new Map<number, WorldFunction>();
  const numbers = new WeakMap<WorldFunction, number>();
  const proxies = new Map<number, WorldFunction>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let returned: Extract<Message, { kind: "return" }> | undefined;
  let lastId = 100;

  function post(message: Message): void {
    apply(dispatchEvent, document, [new NativeEvent(outgoing, { detail: message })]);
  }

  const isFunction = (value: unknown): value is WorldFunction => typeof value === "function";

  function offer(run: WorldFunction): number {
    const id = numbers.get(run) ?? ++lastId;
    numbers.set(run, id);
    offered.set(id, run);
    return id;
  }

  function pack(value: unknown, depth = 0): Packed {
    if (depth > deepest) throw new TypeError("The object is nested too deeply to be sent over the bridge.");
    if (isFunction(value)) return { t: "function", id: offer(value) };
    if (typeof value === "symbol") throw new TypeError("A symbol cannot be sent over the bridge.");
    if (typeof value !== "object" || value === null) return { t: "value", value };
    if (Array.isArray(value)) return { t: "array", items: value.map((item) => pack(item, depth + 1)) };
    const kind = apply(toString, value, []);
    if (kind === "[object Promise]") return { t: "promise", id: watch(value) };
    if (kind === "[object Object]") {
      return { t: "object", entries: Object.entries(value).map(([k, v]) => [k, pack(v, depth + 1)]) };
    }
    return { t: "value", value: nativeClone(value) };
  }

  function watch(promise: object): number {
    const id = ++lastId;
    const settle = (ok: boolean, value: unknown): void =>
      post({ kind: "settle", id, ok, value: pack(value) });
    Promise.resolve(promise)
      .then((value) => settle(true, value))
      .catch((error: unknown) => settle(false, error));
    return id;
  }

  function unpack(packed: Packed): unknown {
    switch (packed.t) {
      case "value":
        return packed.value;
      case "array":
        return packed.items.map(unpack);
      case "object":
        return Object.fromEntries(packed.entries.map(([k, v]) => [k, unpack(v)]));
      case "promise": {
        const waiting = Promise.withResolvers<unknown>();
        promises.set(packed.id, waiting);
        return waiting.promise;
      }
      case "function": {
        const { id } = packed;
        const proxy = proxies.get(id) ?? ((...args: unknown[]) => call(id, args));
        proxies.set(id, proxy);
        return proxy;
      }
    }
  }

  function call(id: number, args: unknown[]): unknown {
    post({ kind: "call", id, args: args.map((arg) => pack(arg)) });
    const answer = returned;
    returned = undefined;
    if (!answer) throw new Error("The other side of the bridge does not answer.");
    if (answer.ok) return unpack(answer.value);
    throw unpack(answer.value);
  }

  function serveCall(id: number, args: readonly Packed[]): void {
    try {
      const run = offered.get(id);
      if (!run) throw new Error("This function was not exposed.");
      post({ kind: "return", ok: true, value: pack(run(...args.map(unpack))) });
    } catch (error) {
      post({ kind: "return", ok: false, value: pack(error) });
    }
  }

  document.addEventListener(incoming, (event) => {
    const message: Message = detailOf && apply(detailOf, event, []);
    if (message.kind === "return") returned = message;
    else if (message.kind === "call") serveCall(message.id, message.args);
    else {
      const waiting = promises.get(message.id);
      promises.delete(message.id);
      if (message.ok) waiting?.resolve(unpack(message.value));
      else waiting?.reject(unpack(message.value));
    }
  });

  return { serve: (id, run) => void offered.set(id, run), call };
}
