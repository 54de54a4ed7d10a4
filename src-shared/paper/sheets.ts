import { z } from "zod";

/** The printed sheets; each has its model in `sheet-model.ts` and its page under the renderer's `print/`. */
export const sheetSchema = z.enum(["task-sheet", "progress-sheet", "split-sheet", "findings-sheet"]);
export type Sheet = z.infer<typeof sheetSchema>;
