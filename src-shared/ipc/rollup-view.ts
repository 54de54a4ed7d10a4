import type { z } from "zod";
import { rollupResultSchema } from "../rollup/types.ts";

/** The roll-up as the windows get it: the result itself, figures as decimal strings, reasons as codes. */
export const rollupViewSchema = rollupResultSchema;
export type RollupView = z.infer<typeof rollupViewSchema>;
