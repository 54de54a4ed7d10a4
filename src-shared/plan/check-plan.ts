import { fail, ok, type Result } from "../result.ts";
import { figureErrors } from "./check-figures.ts";
import { frameErrors } from "./check-frame.ts";
import { duplicateErrors, referenceErrors } from "./check-references.ts";
import { settingsErrors } from "./check-settings.ts";
import { forbiddenContent, shapeErrors } from "./check-shape.ts";
import { textErrors } from "./check-texts.ts";
import { planError, type PlanError } from "./plan-error.ts";
import { isRawObject, readParts } from "./plan-parts.ts";
import { planSchema, type Plan } from "./schema.ts";

export { describePlanError, type PlanError, type PlanErrorCode } from "./plan-error.ts";

/**
 * Validates a plan as a whole and answers with all its errors, not the first: what the schema refuses, and
 * beside it whatever else is wrong in the parts that can still be read. Never throws, whatever it is given.
 */
export function parsePlan(json: unknown): Result<Plan, readonly PlanError[]> {
  if (!isRawObject(json)) return fail([planError("not-a-plan", "")]);
  const schema = planSchema.safeParse(json);
  const parts = readParts(json);
  const errors = [
    ...shapeErrors(json, schema.error?.issues ?? []),
    ...forbiddenContent(json),
    ...duplicateErrors(parts),
    ...referenceErrors(parts),
    ...textErrors(parts),
    ...figureErrors(parts),
    ...frameErrors(parts),
    ...settingsErrors(parts),
  ];
  return schema.success && errors.length === 0 ? ok(schema.data) : fail(errors);
}
