import type { Words } from "../words.ts";

export const charts: Words<"charts"> = {
  export: "Export",
  "export.xlsx": "Workbook (XLSX)",
  "export.csv": "Text table (CSV)",
  exportAs: "File: {{name}}",
  nothing: "There is no table to export here yet",
  exported: "Written to {{file}}",
  asTable: "Show table",
  asPicture: "Show chart",
  chains: "Eight chains against their targets",
  chainsText: "Bar chart: each chain to date and its target. {{said}}",
  chainSaid: "{{name}} {{value}}, {{completion}} reached",
  chainsNote:
    "Bars are to date, the upright mark is the schedule, the dashed frame the {{year}} target. Chains overlap and are not added up.",
  completion: "Completion",
  schedule: "Schedule",
  trendOf: "Trend: {{name}}",
  trendText: "Line chart: {{name}}. {{said}}",
  pointSaid: "{{month}} {{value}}",
  partial: "Hollow points are incomplete: rises and falls are not comparable there.",
  months: "Months",
  year: "{{year}}",
  unit: "Unit",
  units: "Units by size",
  unitsOf: "{{name}}: units by size",
  unitsText: "Bar chart: {{name}}, largest first. {{said}}",
  countyTarget: "County target",
  unfair:
    "Counties differ in size and have no targets of their own: their order does not say who works better.",
};
