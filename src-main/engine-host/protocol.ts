import { z } from "zod";
import { errorCodes } from "#shared/errors.ts";
import { engineContract, type EngineChannel } from "#shared/ipc/contract.ts";
import type { Answer, CallContext } from "../engine/types.ts";

/**
 * What passes between the app and the engine's thread. Structured clone carries it, so there are no functions and
 * no class instances in it; `input` and `value` are checked by the channel's own schemas at either end.
 */

/** A call of the engine as seen from outside: it may also reject, with `signal.reason` or an unexpected error. */
export type EngineCall = (
  channel: EngineChannel,
  input: unknown,
  context: CallContext,
) => Promise<Answer<unknown>>;

const engineChannels = Object.keys(engineContract);

export const isEngineChannel = (channel: string): channel is EngineChannel =>
  engineChannels.includes(channel);

const channelSchema = z.custom<EngineChannel>((value) => typeof value === "string" && isEngineChannel(value));

const id = z.int().positive();

export const callMessageSchema = z.strictObject({ id, channel: channelSchema, input: z.unknown() });
export type CallMessage = z.infer<typeof callMessageSchema>;

/** Sent over a port of its own, which a handler in the midst of its work can look into. */
export const cancelMessageSchema = z.strictObject({ cancel: id });

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.enum(errorCodes), params: z.record(z.string(), z.string()) }),
  }),
]);

export const engineMessageSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("progress"), id, done: z.number(), total: z.number() }),
  z.strictObject({ kind: z.literal("answer"), id, answer: answerSchema }),
  z.strictObject({ kind: z.literal("cancelled"), id }),
  z.strictObject({
    kind: z.literal("thrown"),
    id,
    error: z.strictObject({ name: z.string(), message: z.string(), stack: z.string() }),
  }),
]);
export type EngineMessage = z.infer<typeof engineMessageSchema>;
