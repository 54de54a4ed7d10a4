import type { RevisionBody } from "../ledger/record.ts";
import type { Item } from "../plan/ids.ts";
import { parseItem, type ItemParts } from "../plan/item.ts";
import type { Indicator, IndicatorInput, Plan, Register, Task } from "../plan/schema.ts";
import { decimalOf, type Decimal } from "../rollup/decimal.ts";
import { fail, ok, type Result } from "../result.ts";
import {
  confirmationDraftSchema,
  contactDraftSchema,
  indicatorDraftSchema,
  rowDraftSchema,
  taskDraftSchema,
  type ConfirmationDraft,
  type ContactDraft,
  type Draft,
  type IndicatorDraft,
  type RowDraft,
  type TaskDraft,
} from "./draft.ts";
import { isBlank, readInput } from "./typed.ts";

/** A draft or sealed body together with what the plan says of its item. */
export type Answer =
  | {
      readonly kind: "indicator";
      readonly item: Item;
      readonly indicator: Indicator;
      /** The inputs that this unit answers under this item. */
      readonly inputs: readonly IndicatorInput[];
      readonly draft: IndicatorDraft;
    }
  | { readonly kind: "task"; readonly item: Item; readonly task: Task; readonly draft: TaskDraft }
  | { readonly kind: "contact"; readonly item: Item; readonly task: Task; readonly draft: ContactDraft }
  | {
      readonly kind: "row";
      readonly item: Item;
      readonly register: Register;
      readonly key: string;
      readonly draft: RowDraft;
    }
  | {
      readonly kind: "confirmation";
      readonly item: Item;
      readonly register: Register;
      readonly draft: ConfirmationDraft;
    };
export type IndicatorAnswer = Extract<Answer, { kind: "indicator" }>;
export type TaskAnswer = Extract<Answer, { kind: "task" }>;
export type RowAnswer = Extract<Answer, { kind: "row" }>;

/** `asked`: the inputs the unit answers here; without them all that the item can hold. */
export function readAnswer(
  plan: Plan,
  item: Item,
  draft: Draft | RevisionBody,
  asked?: readonly IndicatorInput[],
): Result<Answer, "unknown-item" | "wrong-shape"> {
  const parts = parseItem(item);
  switch (parts.kind) {
    case "task":
    case "contact": {
      const task = plan.tasks.find(({ no }) => no === parts.no);
      if (task === undefined) return fail("unknown-item");
      if (parts.kind === "task")
        return shaped(taskDraftSchema.safeParse(draft), (read) => ({
          kind: "task",
          item,
          task,
          draft: read,
        }));
      return shaped(contactDraftSchema.safeParse(draft), (read) => ({
        kind: "contact",
        item,
        task,
        draft: read,
      }));
    }
    case "indicator": {
      const indicator = plan.indicators.find(({ id }) => id === parts.id);
      if (indicator === undefined || !isChainOf(plan, parts)) return fail("unknown-item");
      const inputs = asked ?? indicator.inputs.filter((input) => standsUnder(indicator, input, parts.chain));
      return shaped(indicatorDraftSchema.safeParse(draft), (read) => ({
        kind: "indicator",
        item,
        indicator,
        inputs,
        draft: read,
      }));
    }
    case "register": {
      const register = plan.registers.find(({ id }) => id === parts.register);
      if (register === undefined) return fail("unknown-item");
      const { key } = parts;
      if (key === undefined)
        return shaped(confirmationDraftSchema.safeParse(draft), (read) => ({
          kind: "confirmation",
          item,
          register,
          draft: read,
        }));
      return shaped(rowDraftSchema.safeParse(draft), (read) => ({
        kind: "row",
        item,
        register,
        key,
        draft: read,
      }));
    }
    case "period":
      return fail("unknown-item");
  }
}

const isChainOf = (plan: Plan, { chain }: Extract<ItemParts, { kind: "indicator" }>): boolean =>
  chain === undefined || plan.chains.some(({ id }) => id === chain);

/** In a per-chain indicator the milestone answered once stands under the indicator itself. */
const standsUnder = (indicator: Indicator, input: IndicatorInput, chain: string | undefined): boolean =>
  !indicator.perChain || (input.once === true) === (chain === undefined);

function shaped<T>(
  read: { readonly success: true; readonly data: T } | { readonly success: false },
  answer: (draft: T) => Answer,
): Result<Answer, "wrong-shape"> {
  return read.success ? ok(answer(read.data)) : fail("wrong-shape");
}

/** The figure typed or stored under an input; null for a blank and for what is no figure. */
export function figureIn(
  indicator: Indicator,
  source: { readonly inputs?: Readonly<Record<string, string | boolean>> | undefined },
  inputId: string,
): Decimal | null {
  const input = indicator.inputs.find(({ id }) => id === inputId);
  const typed = source.inputs?.[inputId];
  if (input === undefined || input.kind === "yes-no" || typed === undefined || isBlank(typed)) return null;
  const read = readInput(input, typed);
  return read.ok ? decimalOf(read.value) : null;
}
