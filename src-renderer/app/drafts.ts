import { isEmptyDraft } from "#shared/checks/item-state.ts";
import {
  contactDraftSchema,
  indicatorDraftSchema,
  taskDraftSchema,
  type ContactDraft,
  type Draft,
  type IndicatorDraft,
  type TaskDraft,
} from "#shared/checks/draft.ts";
import type { ItemView } from "#shared/ipc/views.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";

/** What a cell's change makes of the item's draft. A draft holds the whole answer, begun from what stands. */

type Answered = Pick<ItemView, "draft" | "body">;

export const standing = ({ draft, body }: Answered): Draft | RevisionBody | null => draft ?? body;

export function indicatorOf(view: Answered): IndicatorDraft {
  const read = indicatorDraftSchema.safeParse(standing(view) ?? {});
  return read.success ? read.data : {};
}
export function taskOf(view: Answered): TaskDraft {
  const read = taskDraftSchema.safeParse(standing(view) ?? {});
  return read.success ? read.data : {};
}
export function contactOf(view: Answered): ContactDraft {
  const read = contactDraftSchema.safeParse(standing(view) ?? {});
  return read.success ? read.data : {};
}

export type AnswerKind = "value" | "not-applicable" | "no-data";

export function answerKind({ notApplicable, noData }: IndicatorDraft): AnswerKind {
  if (notApplicable !== undefined) return "not-applicable";
  return noData === undefined ? "value" : "no-data";
}

/** A figure typed over 不涉及 or 暂无数据 takes their place; a blank leaves the other inputs as they are. */
export function withInput(view: Answered, input: string, value: string | boolean): Draft | null {
  const { notApplicable: _, noData: __, ...rest } = indicatorOf(view);
  const inputs = { ...rest.inputs };
  if (value === "") delete inputs[input];
  else inputs[input] = value;
  const { inputs: ___, ...beside } = rest;
  return orNothing(view, Object.keys(inputs).length === 0 ? beside : { ...beside, inputs });
}

export function withAnswer(view: Answered, kind: AnswerKind): Draft | null {
  const { inputs, notApplicable, noData, ...rest } = indicatorOf(view);
  switch (kind) {
    case "value":
      return orNothing(view, inputs === undefined ? rest : { ...rest, inputs });
    case "not-applicable":
      return { ...rest, notApplicable: notApplicable ?? "" };
    case "no-data":
      return { ...rest, noData: noData ?? {} };
  }
}

/** Members set to `undefined` or `""` are taken out. */
export function withMembers<D extends Draft>(view: Answered, draft: D, change: Partial<D>): Draft | null {
  const next: Record<string, unknown> = { ...draft, ...change };
  for (const [member, value] of Object.entries(next)) {
    if (value === undefined || (value === "" && member !== "notApplicable")) delete next[member];
  }
  return orNothing(view, next);
}

/** A draft without anything in it is none, unless it stands against a sealed value: then it is a blank. */
function orNothing({ body }: Answered, draft: Draft): Draft | null {
  return body === null && isEmptyDraft(draft) ? null : draft;
}
