import { z } from "zod";

/**
 * Where a statement of the plan comes from. `notice`: stands in the notice; `inferred`: read out of it;
 * `assumed`: a default the product needs and the office may change; `office`: settled by the office; `clause`: by the clause of task 1.
 */
export const basisSchema = z.enum(["notice", "clause", "inferred", "assumed", "reference", "office"]);

export const textSchema = z.string().min(1).max(4000);
