import type { AppError } from "#shared/errors.ts";
import type { ChannelInputParsed, ChannelOutput, EngineChannel } from "#shared/ipc/contract.ts";
import type { Result } from "#shared/result.ts";

/** What a call may use besides its input: where to report progress, and whether it was cancelled. */
export interface CallContext {
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export type Answer<T> = Result<T, AppError>;

/** Every engine channel, answered. A missing handler is a compile error. Transport-free. */
export type EngineHandlers = {
  readonly [C in EngineChannel]: (
    input: ChannelInputParsed<C>,
    context: CallContext,
  ) => Promise<Answer<ChannelOutput<C>>> | Answer<ChannelOutput<C>>;
};
