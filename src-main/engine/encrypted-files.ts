import { isAgeFile } from "../bundle/age.ts";
import { fileSource } from "../bundle/byte-source.ts";

/** Whether any of the files is encrypted, so that keys are needed to read it. Unreadable ones are not. */
export const hasEncryptedFile = (files: readonly string[]): boolean => files.some(isEncrypted);

function isEncrypted(path: string): boolean {
  try {
    return isAgeFile(fileSource(path));
  } catch {
    return false;
  }
}
