import type { z } from "zod";
import { hostContract } from "#shared/ipc/host-contract.ts";
import { appError, type AppError } from "#shared/errors.ts";
import {
  contract,
  engineContract,
  type Channel,
  type ChannelInputParsed,
  type HostChannel,
  type Progress,
  type Reply,
} from "#shared/ipc/contract.ts";
import { fail } from "#shared/result.ts";
import { isEngineChannel, type EngineCall } from "../engine-host/protocol.ts";
import type { Answer } from "../engine/types.ts";
import { createCallsOfWindows, type CallSender } from "./calls-of-window.ts";
import type { HostCall, HostHandlers } from "./host-handlers.ts";
import { createLongAnswers } from "./long-answers.ts";
import { progressChannel } from "./progress-channel.ts";

/** The parts of a message that tell where it comes from. */
export interface CallEvent {
  readonly sender: CallSender;
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

interface Listener {
  handle(channel: string, listener: (event: CallEvent, input: unknown) => Promise<Reply<unknown>>): void;
}

interface RegisterParts {
  readonly ipc: Listener;
  readonly host: HostHandlers;
  readonly engine: EngineCall;
  /** Which of our windows the contents with this id belong to. */
  readonly kindOf: (contentsId: number) => "main" | "print" | null;
  readonly isAppUrl: (url: string) => boolean;
  /** Writes an unexpected failure down and gives its id. */
  readonly logFailure: (where: string, error: unknown) => string;
}

const windowOf = (channel: Channel): "main" | "print" => (channel.startsWith("print.") ? "print" : "main");

/** Says where a value departs from its schema, and never what it was: it may be a passphrase. */
const whereOf = (error: z.ZodError): string => error.issues[0]?.path.map(String).join(".") ?? "";

const describeIssues = (error: z.ZodError): string =>
  error.issues.map(({ code, path }) => `${path.map(String).join(".")} ${code}`).join("; ");

/**
 * Answers every channel of the contract: sender, input, handler, output, in that order. What nobody expected is
 * written down once, here, and answered with its id.
 */
export function registerChannels({ ipc, host, engine, kindOf, isAppUrl, logFailure }: RegisterParts): void {
  const calls = createCallsOfWindows();
  const longAnswers = createLongAnswers();

  const unexpected = (channel: Channel, error: unknown): AppError =>
    appError("unexpected", { id: logFailure(channel, error) });

  const maySend = (channel: Channel, { sender, senderFrame }: CallEvent): boolean =>
    senderFrame !== null &&
    senderFrame.parent === null &&
    isAppUrl(senderFrame.url) &&
    kindOf(sender.id) === windowOf(channel);

  // The channel's own schema has checked it; the compiler cannot follow the two through one union.
  const runHost = <C extends HostChannel>(channel: C, input: unknown, call: HostCall) =>
    host[channel](input as ChannelInputParsed<C>, call);

  const run = async (channel: Channel, input: unknown, call: HostCall): Promise<Answer<unknown>> =>
    isEngineChannel(channel)
      ? engine(channel, input, { progress: call.progress, signal: call.signal })
      : runHost(channel, input, call);

  function pushProgress(sender: CallSender, progress: Progress): void {
    if (!sender.isDestroyed()) sender.send(progressChannel, progress);
  }

  async function answer(channel: Channel, event: CallEvent, raw: unknown): Promise<Reply<unknown>> {
    if (!maySend(channel, event))
      return fail(unexpected(channel, new Error("refused: not from one of our pages")));
    const input = contract[channel].input.safeParse(raw);
    if (!input.success) return fail(appError("invalid-input", { where: whereOf(input.error) }));

    const { sender } = event;
    const controller = calls.begin(sender, channel);
    try {
      const result = await run(channel, input.data, {
        sender: sender.id,
        signal: controller.signal,
        cancel: (other) => calls.cancel(sender, other),
        next: (ticket) => longAnswers.next(sender, ticket),
        progress: (done, total) => pushProgress(sender, { channel, done, total }),
      });
      if (!result.ok) return fail({ code: result.error.code, params: { ...result.error.params } });
      const output = contract[channel].output.safeParse(result.value);
      if (output.success) return longAnswers.begin(sender, output.data);
      return fail(unexpected(channel, new Error(`bad answer: ${describeIssues(output.error)}`)));
    } catch (error) {
      if (controller.signal.aborted) return fail(appError("unexpected", { id: "cancelled" }));
      return fail(unexpected(channel, error));
    } finally {
      calls.end(sender, controller);
    }
  }

  const listen = (channel: Channel) => ipc.handle(channel, (event, input) => answer(channel, event, input));
  for (const channel of keysOf(hostContract)) listen(channel);
  for (const channel of keysOf(engineContract)) listen(channel);
}

/** `Object.keys` of an object that has no others than its type says. */
const keysOf = <T extends object>(value: T): (keyof T & string)[] =>
  Object.keys(value) as (keyof T & string)[];
