import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { Handlers } from "../ipc/host-handlers.ts";

/** What a window says of its own calls: it wants one no longer, or the next part of a long answer. */
export const runningCallHandlers: Handlers<"work.cancel" | "work.next"> = {
  "work.cancel": ({ channel }, call) => {
    call.cancel(channel);
    return ok({});
  },
  "work.next": ({ ticket }, call) => {
    const rows = call.next(ticket);
    return rows === null ? fail(appError("invalid-input", { where: "ticket" })) : ok([...rows]);
  },
};
