import { openSync, closeSync, readSync } from "node:fs";
import { isAgeFile } from "../bundle/age.ts";
import { bytesSource } from "../bundle/byte-source.ts";

const HEAD_BYTES = 64;

/** Whether any of the files is encrypted, so that keys are needed to read it. Unreadable ones are not. */
export async function hasEncryptedFile(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    const head = headOf(file);
    if (head && (await isAgeFile(bytesSource(head)))) return true;
  }
  return false;
}

function headOf(file: string): Uint8Array | null {
  try {
    const handle = openSync(file, "r");
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      return head.subarray(0, readSync(handle, head, 0, HEAD_BYTES, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}
