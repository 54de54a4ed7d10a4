import type { FromPage } from "./preload-world.ts";
import { strictEmitter } from "./strict.ts";
import { wire } from "./wire.ts";

type Handler = (event: object, ...args: unknown[]) => unknown;

/** What a reply becomes in the page: a value, or the text of an error. */
interface Reply {
  readonly ok: boolean;
  readonly value: string;
}

class StandInIpcMain extends strictEmitter("ipcMain") {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  receive(event: object, message: Extract<FromPage, { kind: "send" }>): void {
    this.emit(message.channel, event, ...decodeArguments(message.args));
  }

  async answer(event: object, { channel, args }: Extract<FromPage, { kind: "invoke" }>): Promise<Reply> {
    try {
      const handler = this.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return { ok: true, value: wire.encode(await handler(event, ...decodeArguments(args))) };
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      return { ok: false, value: wire.encode(`Error invoking remote method '${channel}': ${String(error)}`) };
    }
  }
}

function decodeArguments(text: string): unknown[] {
  const args = wire.decode(text);
  return Array.isArray(args) ? args : [];
}

export const ipcMain = new StandInIpcMain();
