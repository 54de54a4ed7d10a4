import { readFileSync } from "node:fs";
import { appError } from "#shared/errors.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail } from "#shared/result.ts";
import { fileFailure } from "../file-failures.ts";
import type { EngineDependencies } from "../session.ts";
import type { Answer } from "../types.ts";

/** The plan that comes with the program, checked like any other. */
export function bundledPlan(deps: EngineDependencies): Answer<Plan> {
  const parsed = parsePlan(JSON.parse(Buffer.from(deps.bundledPlan()).toString("utf8")));
  return parsed.ok ? parsed : fail(appError("invalid-plan", { errors: String(parsed.error.length) }));
}

/** Reads and checks a plan file for people: not JSON, or not a plan, is a failure with the number of errors. */
export function readPlanFile(file: string): Answer<Plan> {
  try {
    const parsed = parsePlan(JSON.parse(readFileSync(file, "utf8")));
    return parsed.ok
      ? parsed
      : fail(appError("invalid-plan", { errors: String(parsed.error.length), path: file }));
  } catch (error) {
    return fail(fileFailure(error, file) ?? appError("invalid-plan", { errors: "1", path: file }));
  }
}
