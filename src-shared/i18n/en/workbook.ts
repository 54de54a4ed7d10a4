import type { Words } from "../words.ts";

export const workbook: Words<"workbook"> = {
  byWorkbook: "{{name}} (from the workbook of {{source}})",
  byWorkbookOf: "{{name}} (from the workbook of {{source}}, filled in by {{author}})",
  "why.unfit": "None of the choices, not written. Use one of the words that the first sheet lists.",
  "why.twice": "A row above says something else of this cell; this one is not written. Keep one.",
  "why.settled":
    "Submitted or accepted already, not written. Begin a correction in Entry where one is needed.",
  "why.unknown-row": "No item is known for this row, not written. Check its code, or fill it in in Entry.",
  rowSentence: "{{sheet}}, row {{row}} “{{typed}}”: {{remark}}",
};
