import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { failingSuites } from "../../keys/suites.ts";
import type { Answer } from "../types.ts";

/** Nothing is signed, verified or locked away with cryptography that does not work on this machine. */
export function selfTest(): Answer<null> {
  const failing = failingSuites();
  return failing.length === 0
    ? ok(null)
    : fail(appError("self-test-failed", { suite: failing.map(({ name }) => name).join(", ") }));
}
