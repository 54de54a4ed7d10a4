/** As much of a window's contents as the calls need. */
export interface CallSender {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, message: unknown): void;
  once(event: "destroyed", listener: () => void): unknown;
}

export interface CallsOfWindows {
  /** Signal for a new call; it fires when the window goes away. */
  begin(sender: CallSender): AbortController;
  end(sender: CallSender, call: AbortController): void;
}

/** Work for a window that is gone is cancelled: nobody waits for it. */
export function createCallsOfWindows(): CallsOfWindows {
  const calls = new Map<number, Set<AbortController>>();
  return {
    begin(sender) {
      const call = new AbortController();
      const existing = calls.get(sender.id);
      if (existing !== undefined) {
        existing.add(call);
        return call;
      }
      const ofSender = new Set([call]);
      calls.set(sender.id, ofSender);
      sender.once("destroyed", () => {
        calls.delete(sender.id);
        for (const running of ofSender) running.abort();
      });
      return call;
    },
    end: (sender, call) => calls.get(sender.id)?.delete(call),
  };
}
