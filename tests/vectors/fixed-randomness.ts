import { hash } from "node:crypto";

/**
 * Replaces this process's random numbers by a fixed sequence, so that writing the vectors again writes the same
 * bytes. Imported before everything else: some libraries draw when they are loaded. NOTE: keys made under it are
 * public knowledge; nothing but `write-vectors.ts` may import it.
 */

let label = "loading";
let block = 0;

/** Starts the sequence of that name. */
export function drawFrom(name: string): void {
  label = name;
  block = 0;
}

function nextBlock(): Buffer {
  block += 1;
  return hash("sha256", `taizhang sample randomness: ${label} ${String(block)}`, "buffer");
}

function fill<T extends ArrayBufferView>(view: T): T {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let done = 0; done < bytes.length; done += 32) {
    bytes.set(nextBlock().subarray(0, Math.min(32, bytes.length - done)), done);
  }
  return view;
}

Object.defineProperty(globalThis.crypto, "getRandomValues", { value: fill });
