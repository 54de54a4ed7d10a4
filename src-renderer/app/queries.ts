import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { Channel, ChannelInput, ChannelOutput } from "#shared/ipc/contract.ts";
import { callEngine, type CallError } from "./bridge.ts";

/** What the window knows of an answer. A value stays while it is asked for again, so that nothing flickers. */
export type Query<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly error: CallError };

type Slot<C extends Channel> = {
  readonly input: ChannelInput<C>;
  query: Query<ChannelOutput<C>>;
  asked: number;
  readonly listeners: Set<() => void>;
};
type Slots = { [C in Channel]?: Map<string, Slot<C>> };

const slots: Slots = {};
const loading = { status: "loading" } as const;

const keyOf = (input: unknown): string => JSON.stringify(input);

function slotOf<C extends Channel>(channel: C, input: ChannelInput<C>): Slot<C> {
  const byInput: Map<string, Slot<C>> = slots[channel] ?? new Map<string, Slot<C>>();
  slots[channel] = byInput as Slots[C];
  const key = keyOf(input);
  const slot = byInput.get(key) ?? { input, query: loading, asked: 0, listeners: new Set() };
  byInput.set(key, slot);
  return slot;
}

function show<C extends Channel>(slot: Slot<C>, query: Query<ChannelOutput<C>>): void {
  slot.query = query;
  for (const listener of slot.listeners) listener();
}

async function ask<C extends Channel>(channel: C, slot: Slot<C>): Promise<void> {
  slot.asked += 1;
  const asked = slot.asked;
  const reply = await callEngine(channel, slot.input);
  // NOTE: an answer that was overtaken by a later question, or by a local update, is dropped.
  if (asked !== slot.asked) return;
  show(slot, reply.ok ? { status: "ready", value: reply.value } : { status: "failed", error: reply.error });
}

/** Asks once per channel and input and follows every later answer; `null` asks nothing. */
export function useEngine<C extends Channel>(
  channel: C,
  input: ChannelInput<C> | null,
): Query<ChannelOutput<C>> {
  const key = input === null ? null : keyOf(input);
  const slot = input === null ? null : slotOf(channel, input);
  const subscribe = useCallback(
    (listener: () => void) => {
      slot?.listeners.add(listener);
      return () => slot?.listeners.delete(listener);
    },
    [slot],
  );
  useEffect(() => {
    if (slot !== null && slot.asked === 0) void ask(channel, slot);
  }, [channel, key, slot]);
  return useSyncExternalStore(subscribe, () => slot?.query ?? loading);
}

/** What is named by its digest: no change makes it another. */
const unchanging: ReadonlySet<Channel> = new Set(["plan.get"]);

/** After a change: what is on screen is asked again, the rest forgotten. Without channels: everything. */
export function invalidate(...channels: readonly Channel[]): void {
  const names = channels.length > 0 ? channels : (Object.keys(slots) as Channel[]);
  for (const channel of names) refresh(channel);
}

function refresh<C extends Channel>(channel: C): void {
  const byInput = slots[channel];
  if (byInput === undefined) return;
  for (const [key, slot] of byInput) {
    if (unchanging.has(channel) && slot.query.status === "ready") continue;
    if (slot.listeners.size > 0) void ask(channel, slot);
    else byInput.delete(key);
  }
}

/** Nothing but these is known any more: what was on the screen is not for whoever looks next. */
export function forgetAll(...kept: readonly Channel[]): void {
  for (const channel of Object.keys(slots) as Channel[]) if (!kept.includes(channel)) delete slots[channel];
}

/** Puts a known answer in place without asking: the reply of a save brings the changed items with it. */
export function updateQuery<C extends Channel>(
  channel: C,
  input: ChannelInput<C>,
  change: (value: ChannelOutput<C>) => ChannelOutput<C>,
): void {
  const slot = slotOf(channel, input);
  if (slot.query.status !== "ready") return;
  slot.asked += 1;
  show(slot, { status: "ready", value: change(slot.query.value) });
}
