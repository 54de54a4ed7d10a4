/** As much of a window's contents as the calls need. */
export interface CallSender {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, message: unknown): void;
  once(event: "destroyed", listener: () => void): unknown;
}

export interface CallsOfWindows {
  /** Signal for a new call; it fires when the window goes away or cancels it. */
  begin(sender: CallSender, channel: string): AbortController;
  /** The window no longer wants its running calls of this channel. */
  cancel(sender: CallSender, channel: string): void;
  end(sender: CallSender, call: AbortController): void;
}

/** Work for a window that is gone is cancelled: nobody waits for it. */
export function createCallsOfWindows(): CallsOfWindows {
  const calls = new Map<number, Map<AbortController, string>>();
  return {
    begin(sender, channel) {
      const call = new AbortController();
      const existing = calls.get(sender.id);
      if (existing !== undefined) {
        existing.set(call, channel);
        return call;
      }
      const ofSender = new Map([[call, channel]]);
      calls.set(sender.id, ofSender);
      sender.once("destroyed", () => {
        calls.delete(sender.id);
        for (const running of ofSender.keys()) running.abort();
      });
      return call;
    },
    cancel(sender, channel) {
      for (const [call, of] of calls.get(sender.id) ?? []) if (of === channel) call.abort();
    },
    end: (sender, call) => calls.get(sender.id)?.delete(call),
  };
}
