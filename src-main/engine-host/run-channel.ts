import { engineContract, type ChannelInputParsed, type EngineChannel } from "#shared/ipc/contract.ts";
import type { Answer, CallContext, EngineHandlers } from "../engine/types.ts";
import type { EngineCall } from "./protocol.ts";

/** Calls of the engine's handlers by channel name. Throws where an input is not what its channel takes. */
export function runChannel(handlers: EngineHandlers): EngineCall {
  const run = <C extends EngineChannel>(
    channel: C,
    input: unknown,
    context: CallContext,
  ): Promise<Answer<unknown>> | Answer<unknown> => {
    // The schema of the very channel has checked it; the compiler cannot follow the two through one union.
    const parsed = engineContract[channel].input.parse(input) as ChannelInputParsed<C>;
    return handlers[channel](parsed, context);
  };
  return async (channel, input, context) => run(channel, input, context);
}
