import { notifyManager, QueryClient, skipToken, useQuery, type QueryFilters } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Channel, ChannelInput, ChannelOutput } from "#shared/ipc/contract.ts";
import { ok } from "#shared/result.ts";
import { callEngine, type Called, type CallError } from "./bridge.ts";

/** What the window knows of an answer. A value stays while it is asked for again, so that nothing flickers. */
export type Query<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly error: CallError };

/**
 * The window's memory of the program's answers. An answer stands until a change forgets it, and where a later one says
 * the same of a thing, that thing stays the object that it was: only what really is another is drawn again.
 */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: Infinity,
      gcTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

// NOTE: what was typed must be on screen before the next frame, with the cell that it was typed into closed.
notifyManager.setScheduler(queueMicrotask);

/** What is named by its digest: no change makes it another. */
const unchanging: ReadonlySet<Channel> = new Set(["plan.get"]);

/** Asks once per channel and input and follows every later answer; `null` asks nothing. */
export function useEngine<C extends Channel>(
  channel: C,
  input: ChannelInput<C> | null,
): Query<ChannelOutput<C>> {
  const { data } = useQuery<Called<C>>(
    {
      queryKey: [channel, input],
      queryFn: input === null ? skipToken : async () => callEngine(channel, input),
      staleTime: ({ state }) => (unchanging.has(channel) && state.data?.ok === true ? "static" : Infinity),
    },
    client,
  );
  return useMemo(() => queryOf(data), [data]);
}

function queryOf<C extends Channel>(called: Called<C> | undefined): Query<ChannelOutput<C>> {
  if (called === undefined) return { status: "loading" };
  return called.ok ? { status: "ready", value: called.value } : { status: "failed", error: called.error };
}

/** After a change: what is on screen is asked again, the rest forgotten. Without channels: everything. */
export function invalidate(...channels: readonly Channel[]): void {
  if (channels.length === 0) void renew({});
  for (const channel of channels) void renew({ queryKey: [channel] });
}

/** The same for everything but one channel: what it answers is on screen already. */
export function invalidateAllBut(kept: Channel): void {
  void renew({ predicate: ({ queryKey: [channel] }) => channel !== kept });
}

/** The same for one channel; settles once its new answers are known, to be drawn together with something else. */
export async function refreshed(channel: Channel): Promise<void> {
  await renew({ queryKey: [channel] });
}

async function renew(which: QueryFilters): Promise<void> {
  client.removeQueries({ ...which, type: "inactive" });
  await client.invalidateQueries(which);
}

/** Nothing but this is known any more: what was on the screen is not for whoever looks next. */
export function forgetAllBut(kept: Channel): void {
  client.removeQueries({ predicate: ({ queryKey: [channel] }) => channel !== kept });
}

/** Puts a known answer in place without asking: the reply of a save brings the changed items with it. */
export function updateQuery<C extends Channel>(
  channel: C,
  input: ChannelInput<C>,
  change: (value: ChannelOutput<C>) => ChannelOutput<C>,
): void {
  const queryKey = [channel, input];
  const called = client.getQueryData<Called<C>>(queryKey);
  if (called?.ok !== true) return;
  // NOTE: an answer that is under way does not know of the change and is dropped.
  void client.cancelQueries({ queryKey, exact: true });
  client.setQueryData<Called<C>>(queryKey, ok(change(called.value)));
}
