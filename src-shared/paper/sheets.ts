import { z } from "zod";

/** The printed sheets; each has its model in `sheet-model.ts` and its page under the renderer's `print/`. */
export const sheetSchema = z.enum([
  "task-sheet",
  "progress-sheet",
  "indicator-sheet",
  "register-sheet",
  "split-sheet",
  "findings-sheet",
  "reminder",
  "receipt",
  "circular",
  "summary-sheet",
  "problem-sheet",
]);
export type Sheet = z.infer<typeof sheetSchema>;

/** Of one unit, but printed by the office alone. */
export const isLetter = (sheet: Sheet): sheet is "reminder" | "receipt" =>
  sheet === "reminder" || sheet === "receipt";

const CITY_SHEETS = ["circular", "summary-sheet", "problem-sheet"] as const;
type CitySheet = (typeof CITY_SHEETS)[number];

/** Of the whole city, and printed by the office alone: they belong to no unit. */
export const isCitySheet = (sheet: Sheet): sheet is CitySheet => CITY_SHEETS.some((each) => each === sheet);

/** The office looks after its own sheets first. */
export const sheetsOf = (role: "office" | "reporter"): readonly Sheet[] => {
  const isOwn = (sheet: Sheet): boolean => isLetter(sheet) || isCitySheet(sheet);
  const unit = sheetSchema.options.filter((sheet) => !isOwn(sheet));
  return role === "office" ? [...sheetSchema.options.filter(isOwn), ...unit] : unit;
};
