import type { Reply } from "#shared/ipc/contract.ts";
import type { CallSender } from "./calls-of-window.ts";

/** Rows of a list that cross to a window at once: copying more in one go would hold it up. */
const PART = 40;

export interface LongAnswers {
  /** The answer itself, or the first part of a long list with a ticket for the rest. */
  begin(sender: CallSender, value: unknown): Reply<unknown>;
  /** The next part, for the window that the ticket was given to; null where nothing is left. */
  next(sender: CallSender, ticket: number): readonly unknown[] | null;
}

/** Long lists cross part by part, each when the window asks for it, so that it can draw in between. */
export function createLongAnswers(): LongAnswers {
  const waiting = new Map<number, Map<number, readonly unknown[]>>();
  let lastTicket = 0;

  function ofSender(sender: CallSender): Map<number, readonly unknown[]> {
    const existing = waiting.get(sender.id);
    if (existing !== undefined) return existing;
    const fresh = new Map<number, readonly unknown[]>();
    waiting.set(sender.id, fresh);
    sender.once("destroyed", () => waiting.delete(sender.id));
    return fresh;
  }

  return {
    begin(sender, value) {
      if (!Array.isArray(value) || value.length <= PART || sender.isDestroyed()) return { ok: true, value };
      const list: readonly unknown[] = value;
      const ticket = ++lastTicket;
      ofSender(sender).set(ticket, list.slice(PART));
      return { ok: true, value: list.slice(0, PART), rest: { ticket, rows: list.length - PART } };
    },
    next(sender, ticket) {
      const rest = waiting.get(sender.id)?.get(ticket);
      if (rest === undefined) return null;
      if (rest.length > PART) waiting.get(sender.id)?.set(ticket, rest.slice(PART));
      else waiting.get(sender.id)?.delete(ticket);
      return rest.slice(0, PART);
    },
  };
}
