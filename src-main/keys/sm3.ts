import { createSM3 } from "hash-wasm";
import { digestSchema, type BundleDigest } from "#shared/bundle/identifiers.ts";
import type { RunningDigest } from "./suite.ts";

/** SM3 (GB/T 32905-2016). Loading the one instance is all that is asynchronous about it. */
const hasher = await createSM3();
const BEGINNING = hasher.init().save();

export function startSm3(): RunningDigest<BundleDigest> {
  let state = BEGINNING;
  return {
    add(bytes) {
      hasher.load(state).update(bytes);
      state = hasher.save();
    },
    end: () => digestSchema.parse(`sm3:${hasher.load(state).digest("hex")}`),
  };
}

export function sm3Digest(bytes: Uint8Array): BundleDigest {
  const running = startSm3();
  running.add(bytes);
  return running.end();
}
