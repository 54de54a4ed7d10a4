import type { Bridge, Channel, ChannelInput, ChannelOutput, Rest } from "#shared/ipc/contract.ts";
import { fail, ok, type Result } from "#shared/result.ts";

declare global {
  interface Window {
    /** Exposed by the preload script, frozen; the only way out of the window. */
    readonly taizhang: Bridge;
  }
}

/** What `errorSentence` turns into words. */
export type CallError = { readonly code: string; readonly params: Readonly<Record<string, string>> };
export type Called<C extends Channel> = Result<ChannelOutput<C>, CallError>;

/** Asks the program. A call that breaks down is a failure like any other: the window never rejects. */
export async function callEngine<C extends Channel>(channel: C, input: ChannelInput<C>): Promise<Called<C>> {
  try {
    const reply = await window.taizhang.invoke(channel, input);
    if (!reply.ok) return fail(reply.error);
    if (reply.rest !== undefined && Array.isArray(reply.value)) await fill(reply.value, reply.rest);
    return ok(reply.value);
  } catch (cause) {
    return fail({ code: "unexpected", params: { id: cause instanceof Error ? cause.message : channel } });
  }
}

/** A long list crosses in parts, with time for a frame between two of them. */
async function fill(list: unknown[], { ticket, rows }: Rest): Promise<void> {
  for (const whole = list.length + rows; list.length < whole;) {
    const part = await window.taizhang.invoke("work.next", { ticket });
    if (!part.ok || part.value.length === 0) throw new Error("the rest of a list is missing");
    list.push(...part.value);
  }
}

/** What was written in several parts stands for its first: they lie side by side. */
export const firstPart = <T>(parts: Result<readonly T[], CallError>): Result<T, CallError> => {
  if (!parts.ok) return parts;
  const [first] = parts.value;
  return first === undefined ? fail({ code: "unexpected", params: { id: "nothing written" } }) : ok(first);
};
