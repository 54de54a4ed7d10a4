import { draftSchema, type Draft } from "#shared/checks/draft.ts";
import { tierSchema, type Finding, type Tier } from "#shared/checks/finding.ts";
import type { GridView, ItemView } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { parseItem } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { bodyFields } from "../../components/body-fields.ts";
import { shownValue } from "../../components/figure-change.ts";

/** One line of the list: what the checks found at one item, of one tier. */
export type Found = { readonly view: ItemView; readonly tier: Tier; readonly findings: readonly Finding[] };

/** Every finding of the period, hard ones first, in the grid's order within a tier. */
export const foundIn = ({ items }: GridView): readonly Found[] =>
  tierSchema.options.flatMap((tier) =>
    items.flatMap((view): Found[] => {
      const findings = view.findings.filter((finding) => finding.tier === tier);
      return findings.length === 0 ? [] : [{ view, tier, findings }];
    }),
  );

const standing = ({ draft, body }: ItemView): object => draft ?? body ?? {};

/** The member that explains a soft finding; null where the answer has no room for one. */
export function explanationMember({ item }: ItemView): "note" | "reason" | null {
  const parts = parseItem(item);
  if (parts.kind === "indicator") return "note";
  if (parts.kind === "task") return "reason";
  return parts.kind === "register" && parts.key !== undefined ? "reason" : null;
}

export function explanationIn(view: ItemView): string {
  const member = explanationMember(view);
  const text: unknown = member === null ? undefined : Reflect.get(standing(view), member);
  return typeof text === "string" ? text : "";
}

/** The whole answer with this explanation; an empty one is taken out. */
export function withExplanation(view: ItemView, text: string): Draft | null {
  const member = explanationMember(view);
  if (member === null) return view.draft;
  const others = Object.entries(standing(view)).filter(([name]) => name !== member);
  const said = text.trim() === "" ? [] : [[member, text] as const];
  return draftSchema.parse(Object.fromEntries([...others, ...said]));
}

/** The value that the findings speak of, with its unit; what they do not name is the item's first. */
export function valueOf(plan: Plan, t: Translate, { view, findings }: Found): string {
  const fields = bodyFields(plan, view.item, draftSchema.catch({}).parse(standing(view)), t);
  const named = new Set(
    findings.flatMap(({ input }) => (input === undefined ? [] : [input, `input:${input}`, `field:${input}`])),
  );
  const short = fields.filter(({ kind }) => kind !== "text");
  const field = short.find(({ id }) => named.has(id)) ?? short[0];
  if (field === undefined) return "";
  return field.kind === "figure" ? `${shownValue(field)} ${field.unit}`.trim() : shownValue(field);
}
