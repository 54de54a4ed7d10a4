import type { Words } from "../words.ts";

export const attachments: Words<"attachments"> = {
  heading: "Attachments",
  add: "Add",
  addTitle: "Choose files; you can also drop them here or paste a screenshot. At most 20 MB each.",
  total: "{{size}} in all",
  none: "Drop files or paste a screenshot",
  open: "Open {{name}}",
  saveAs: "Save {{name}} as",
  remove: "Remove {{name}}",
  removed: "{{name}} was removed",
  undo: "Undo",
  missing: "No original here",
  screenshot: "Screenshot",
  saved: "Saved to {{file}}",
  count: "{{count}} attachments",
  count_one: "{{count}} attachment",
};
