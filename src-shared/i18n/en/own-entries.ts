import type { Words } from "../words.ts";

/** The office's own entries, and putting them in force. */
export const ownEntries: Words<"ownEntries"> = {
  checkAndRecord: "Review and put in force",
  title: "Put office entries in force",
  back: "Office entries",
  toRollup: "See the roll-up",
  heading: "{{count}} items to put in force",
  heading_one: "1 item to put in force",
  nothing: "Nothing to put in force",
  nothingText: "What was changed under Office entries is reviewed and put in force here.",
  sign: "Signature",
  signText: "The name goes into the ledger with this version; this computer’s key signs it.",
  record: "Put {{count}} items in force",
  record_one: "Put 1 item in force",
  fillerMissing: "Missing: the filler’s name",
  consequence:
    "Counts in the roll-up at once, without review or receipt. To change it, correct it under Office entries and put it in force again. The office’s other computers have it once they take in an exchange package.",
  done: "{{count}} items are in force and count",
  done_one: "1 item is in force and counts",
  correctionText:
    "To change it, begin a correction; until it is put in force the roll-up keeps the old value.",
  conflictRule:
    "Two computers of the office entered different values. Choose one, say why, then put it in force under Office entries.",
};
