import type { Channel, ChannelInputParsed, ChannelOutput, HostChannel } from "#shared/ipc/contract.ts";
import type { Answer, CallContext } from "../engine/types.ts";

/** What a host handler learns about its call: also which window asks. */
export interface HostCall extends CallContext {
  /** Id of the asking window's contents. */
  readonly sender: number;
  /** Stops what this window has running on a channel, where it can be stopped without loss. */
  readonly cancel: (channel: Channel) => void;
  /** The next part of a long answer that this window was given a ticket for; null where there is none. */
  readonly next: (ticket: number) => readonly unknown[] | null;
}

type Handler<C extends HostChannel> = (
  input: ChannelInputParsed<C>,
  call: HostCall,
) => Promise<Answer<ChannelOutput<C>>> | Answer<ChannelOutput<C>>;

/** Every channel that the windows side answers itself. A missing handler is a compile error. */
export type HostHandlers = { readonly [C in HostChannel]: Handler<C> };

/** The handlers that one module answers. */
export type Handlers<C extends HostChannel> = Pick<HostHandlers, C>;
