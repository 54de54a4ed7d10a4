import { cleanLine } from "../checks/typed.ts";

/** What Windows refuses in a file name. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const ENDING = /\.[0-9A-Za-z]{1,8}$/;
const MOST_CHARACTERS = 100;

/**
 * A name from outside as one that any system takes: no folders, no marks that turn its letters around, no device of
 * Windows, no dot or space at its end. Its ending stays the one it had.
 */
export function safeFileName(name: string): string {
  const plain = cleanLine(name)
    .replace(REFUSED, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "")
    .replace(RESERVED, "_$&");
  const ending = ENDING.exec(plain)?.[0] ?? "";
  const front = plain.slice(0, plain.length - ending.length);
  const stem = [...front].slice(0, MOST_CHARACTERS).join("").trimEnd();
  return `${stem === "" ? "_" : stem}${ending}`;
}
