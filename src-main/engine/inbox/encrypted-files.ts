import { AGE_HEADER_SIZE, isAgeFile } from "../../bundle/age.ts";
import { bytesSource, startOfFile } from "../../bundle/byte-source.ts";

/** Whether any of the files is encrypted, so that keys are needed to read it. Unreadable ones are not. */
export const hasEncryptedFile = (files: readonly string[]): boolean => files.some(isEncrypted);

function isEncrypted(path: string): boolean {
  try {
    return isAgeFile(bytesSource(startOfFile(path, AGE_HEADER_SIZE)));
  } catch {
    return false;
  }
}
