import type { Plan, RegisterField } from "../../plan/schema.ts";
import type { Answer } from "../answer.ts";
import type { RuleCheck } from "../check-context.ts";
import { isBlank, readField, readInput, type TypedProblem } from "../typed.ts";

/** Figures that are no numbers, of inputs and of register fields. */
export const notANumber: RuleCheck = ({ plan }, _rule, answer) =>
  typedProblems(plan, answer)
    .filter(({ problem }) => problem.kind === "not-a-number")
    .map(({ input, unit, problem }) => ({ input, params: { ...problem.params, unit } }));

export interface FieldProblem {
  readonly input: string;
  readonly unit: string;
  readonly problem: TypedProblem;
}

/** Everything typed that cannot be stored as it stands. */
export function typedProblems(plan: Plan, answer: Answer): readonly FieldProblem[] {
  if (answer.kind === "indicator")
    return answer.inputs.flatMap((input) => {
      const typed = answer.draft.inputs?.[input.id];
      if (typed === undefined || isBlank(typed)) return [];
      const read = readInput(input, typed);
      return read.ok ? [] : [{ input: input.id, unit: input.unit, problem: read.error }];
    });
  if (answer.kind !== "row") return [];
  return answer.register.fields.flatMap((field) => {
    const typed = answer.draft.fields[field.id];
    if (typed === undefined || isBlank(typed)) return [];
    const read = readField(plan, field, typed);
    return read.ok ? [] : [{ input: field.id, unit: unitOf(field), problem: read.error }];
  });
}

const unitOf = (field: RegisterField): string => field.unit ?? (field.kind === "year" ? "年" : "");
