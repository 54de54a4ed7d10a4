import { ok } from "#shared/result.ts";
import type { Handlers } from "../ipc/host-handlers.ts";

/** Work that the person no longer wants. */
export const cancelHandlers: Handlers<"work.cancel"> = {
  "work.cancel": ({ channel }, call) => {
    call.cancel(channel);
    return ok({});
  },
};
