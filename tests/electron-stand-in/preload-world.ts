import type { Wire } from "./wire.ts";
import type { WorldFunction, WorldPort } from "./world-port.ts";

export type FromPage =
  | { readonly kind: "invoke"; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: "send"; readonly channel: string; readonly args: string };

export type ToPage =
  | { readonly kind: "reply"; readonly id: number; readonly ok: boolean; readonly value: string }
  | { readonly kind: "event"; readonly channel: string; readonly args: string };

type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void;

interface Setting {
  readonly port: WorldPort;
  readonly createWire: (base64: Parameters<typeof import("./wire.ts").createWire>[0]) => Wire;
  readonly exposeId: number;
  readonly binding: string;
  readonly receiver: string;
  readonly process: { readonly versions: object };
  readonly preload: Preload;
  readonly preloadPath: string;
}

/**
 * What Electron gives a sandboxed preload: `require("electron")` and a small `process`.
 * NOTE: self-contained: run in an isolated world of the page's main frame, before any script of the page's.
 */
export function runPreload(setting: Setting): void {
  const { port, binding, receiver } = setting;
  const wire = setting.createWire({
    encode(bytes) {
      let text = "";
      for (let i = 0; i < bytes.length; i += 0x8000)
        text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
      return btoa(text);
    },
    decode: (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
  });
  const nativeSend: unknown = Reflect.get(globalThis, binding);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, { listener: WorldFunction; once: boolean }[]>();
  let lastId = 0;

  const send = (message: FromPage): void => {
    if (typeof nativeSend === "function") nativeSend(JSON.stringify(message));
  };

  const notImplemented = (name: string, api: object): object =>
    new Proxy(api, {
      get(known, property): unknown {
        if (property in known || typeof property === "symbol" || property === "then")
          return Reflect.get(known, property);
        throw new Error(`not implemented by the stand-in: ${name}.${property}`);
      },
    });

  const add = (channel: string, listener: WorldFunction, once: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: WorldFunction): object => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((entry) => entry.listener !== listener),
    );
    return ipcRenderer;
  };
  const ipcRenderer: object = notImplemented("ipcRenderer", {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId;
      const encoded = wire.encode(args);
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      send({ kind: "invoke", id, channel, args: encoded });
      return answer.promise;
    },
    send: (channel: string, ...args: unknown[]) => send({ kind: "send", channel, args: wire.encode(args) }),
    on: (channel: string, listener: WorldFunction) => add(channel, listener, false),
    once: (channel: string, listener: WorldFunction) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  });

  // The main process sees this pause, looks at `file`, writes `path` and lets the page go on: the only way to
  // an answer before this function returns. NOTE: file-paths.ts knows these names.
  function standInPathForFile(file: unknown): string {
    if (!(file instanceof File)) throw new TypeError("getPathForFile expects a File");
    let path = "";
    // oxlint-disable-next-line no-debugger
    debugger;
    return path;
  }

  const electron = notImplemented("electron", {
    ipcRenderer,
    contextBridge: notImplemented("contextBridge", {
      exposeInMainWorld: (key: string, api: unknown) => void port.call(setting.exposeId, [key, api]),
    }),
    webUtils: notImplemented("webUtils", { getPathForFile: standInPathForFile }),
  });

  const receive = (text: string): void => {
    const message: ToPage = JSON.parse(text);
    if (message.kind === "reply") {
      const answer = waiting.get(message.id);
      waiting.delete(message.id);
      const value = wire.decode(message.value);
      if (message.ok) answer?.resolve(value);
      else answer?.reject(new Error(String(value)));
      return;
    }
    const args = wire.decode(message.args);
    for (const { listener, once } of listeners.get(message.channel) ?? []) {
      if (once) remove(message.channel, listener);
      listener({ sender: ipcRenderer }, ...(Array.isArray(args) ? args : []));
    }
  };
  Object.defineProperty(globalThis, receiver, { value: receive });

  const require = (id: string): unknown => {
    if (id === "electron" || id === "electron/renderer" || id === "electron/common") return electron;
    throw new Error(`module not found: ${id}`);
  };
  const module = { exports: {} };
  const process = { type: "renderer", sandboxed: true, contextIsolated: true, env: {}, ...setting.process };
  try {
    setting.preload(require, module, module.exports, process);
  } catch (error) {
    console.error(`Unable to load preload script: ${setting.preloadPath}`);
    console.error(String(error instanceof Error ? (error.stack ?? error) : error));
  }
}
