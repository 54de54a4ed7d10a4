import { z } from "zod";

/**
 * Where a statement of the plan comes from. `notice`: stands in the notice; `inferred`: read out of it;
 * `assumed`: a default the product needs and the office may change; `clause`: by the clause of task 1.
 */
export const basisSchema = z.enum(["notice", "clause", "inferred", "assumed", "reference"]);

export const textSchema = z.string().min(1).max(4000);
