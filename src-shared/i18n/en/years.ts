import type { Words } from "../words.ts";

export const years: Words<"years"> = {
  title: "Year",
  tableName: "Indicators in {{year}}",
  code: "Code",
  unit: "Unit",
  average: "Mean growth",
  averageOf: "{{years}} of {{of}} years",
  yearEnds: "Year ends (December)",
  ofYear: "Periods of {{year}}",
  partial: "{{reported}}/{{expected}}",
  footnote:
    "Mean growth is the geometric mean of complete Decembers, not an average of the years' growth. A fraction means incomplete: reported of expected. Blanks are never 0.",
};
