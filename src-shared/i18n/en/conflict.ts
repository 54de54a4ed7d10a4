import type { Words } from "../words.ts";

export const conflict: Words<"conflict"> = {
  waiting: "{{count}} waiting",
  hint: "Two laptops wrote this item and both versions are kept. Choose one, say why, and submit it again to settle it.",
  empty: "Nothing is in conflict",
  emptyText: "When a colleague reports the same item differently on another laptop, it appears here.",
  take: "Which one holds",
  reason: "Reason",
  reasonPlaceholder: "such as: version 1 was checked with the enterprise",
  resolve: "Take version {{no}} as the draft",
  resolveMerged: "Take the merged version as the draft",
  resolveNone: "Choose one first",
  resolved: "Kept as a draft; it takes effect with the next submission",
  chosen: "chosen, to be submitted",
  chosenText:
    "One version is chosen and kept as a draft; it takes effect with the next submission. To change it, choose again.",
};
