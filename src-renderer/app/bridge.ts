import type { Bridge, Channel, ChannelInput, ChannelOutput } from "#shared/ipc/contract.ts";
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
    return reply.ok ? ok(reply.value) : fail(reply.error);
  } catch (cause) {
    return fail({ code: "unexpected", params: { id: cause instanceof Error ? cause.message : channel } });
  }
}

/** What was written in several parts stands for its first: they lie side by side. */
export const firstPart = <T>(parts: Result<readonly T[], CallError>): Result<T, CallError> => {
  if (!parts.ok) return parts;
  const [first] = parts.value;
  return first === undefined ? fail({ code: "unexpected", params: { id: "nothing written" } }) : ok(first);
};
