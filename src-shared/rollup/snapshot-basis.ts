import { z } from "zod";
import { endsYear } from "../plan/calendar.ts";
import { itemSchema, periodSchema, unitKeySchema, type Item, type Period } from "../plan/ids.ts";
import { parseItem } from "../plan/item.ts";
import type { Plan } from "../plan/schema.ts";
import { markId, type Basis, type Mark } from "./snapshot.ts";

/** Which revisions a period's roll-up rests on, and what became of them since. */

/** One subject as the ledger has it. */
export interface SubjectMark {
  readonly unit: string;
  readonly period: string;
  readonly item: Item;
  readonly accepted: string | null;
  /** Null while heads differ. */
  readonly current: string | null;
  /** The decision of the 核定 that lies over the accepted value. */
  readonly verified: string | null;
  /** What it says now: a register row entered in error, an indicator that does not apply. */
  readonly withdrawn: boolean;
  readonly notApplicable: boolean;
}

/**
 * Everything answered in the period; of registers each row's latest word up to it, and a later withdrawal; of
 * indicators a standing 不涉及, and earlier Decembers where a mean or a baseline reads them. Any order gives the same.
 */
export function basisOf(plan: Plan, period: Period, subjects: readonly SubjectMark[]): Basis {
  const basis: Record<string, Record<string, Mark>> = {};
  const put = (key: string, subject: SubjectMark): void => {
    const marks = (basis[subject.unit] ??= {});
    marks[key] = markOf(subject, period);
  };
  for (const group of Map.groupBy(subjects, ({ unit, item }) => `${unit} ${item}`).values()) {
    const ordered = group.toSorted((a, b) => (a.period < b.period ? -1 : 1));
    const at = ordered.findLast((subject) => subject.period <= period);
    const last = ordered.at(-1);
    const parts = parseItem(ordered[0]?.item ?? itemSchema.parse("period"));
    if (parts.kind === "contact" || parts.kind === "period") continue;
    if (parts.kind === "register" && parts.key !== undefined) {
      const said = last?.withdrawn ? last : at;
      if (said !== undefined) put(said.item, said);
      continue;
    }
    const isBack = ({ period: of }: SubjectMark): boolean =>
      parts.kind === "indicator" && looksBack(plan, parts.id) && of < period && isYearEnd(of);
    for (const subject of ordered) {
      if (isBack(subject)) put(`${subject.item}@${subject.period}`, subject);
      else if (subject === at && (at.period === period || (parts.kind === "indicator" && at.notApplicable)))
        put(at.item, at);
    }
  }
  return basis;
}

const isYearEnd = (period: string): boolean => endsYear(periodSchema.parse(period));

/** Growth has a mean over Decembers, an upward target the earliest complete one. */
function looksBack({ indicators }: Plan, id: string): boolean {
  const indicator = indicators.find((each) => each.id === id);
  return indicator?.aggregation.kind === "growth" || indicator?.target.comparator === "increase";
}

function markOf({ accepted, current, verified, period }: SubjectMark, at: Period): Mark {
  return {
    ...(accepted === null ? {} : { accepted: markId(accepted) }),
    ...(current === null || current === accepted ? {} : { waiting: markId(current) }),
    ...(verified === null ? {} : { verified: markId(verified) }),
    ...(current === null ? { conflict: true as const } : {}),
    ...(period === at ? {} : { period }),
  };
}

/**
 * `reported`: nothing was there; `corrected`: another value stands on top; `judged`: the office decided on what was
 * there; `gone`: it is in the ledger no more, or no longer in force.
 */
export const sinceKindSchema = z.enum(["reported", "corrected", "judged", "gone"]);

export const sinceItemSchema = z.strictObject({
  unit: unitKeySchema,
  item: itemSchema,
  period: periodSchema,
  kind: sinceKindSchema,
  /** What counts is another value now; else it waits for the office. */
  counts: z.boolean(),
});
export type SinceItem = z.infer<typeof sinceItemSchema>;

/** What came after a snapshot, by unit and item. */
export function itemsSince(plan: Plan, period: Period, before: Basis, after: Basis): SinceItem[] {
  const units = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...units].toSorted().flatMap((unit) => {
    const [was, is] = [before[unit] ?? {}, after[unit] ?? {}];
    const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...keys].toSorted().flatMap((key): SinceItem[] => {
      const kind = kindOf(was[key], is[key]);
      const [item = "", at] = key.startsWith("indicator:") ? key.split("@") : [key];
      const subject = z.strictObject({ unit: unitKeySchema, item: itemSchema, period: periodSchema });
      const named = subject.safeParse({ unit, item, period: at ?? (is[key] ?? was[key])?.period ?? period });
      if (kind === null || !named.success) return [];
      const moved = (mark: Mark | undefined): string =>
        `${mark?.accepted ?? ""} ${mark?.verified ?? ""} ${unit === plan.officeUnit ? topOf(mark) : ""}`;
      return [{ ...named.data, kind, counts: moved(was[key]) !== moved(is[key]) }];
    });
  });
}

const topOf = (mark: Mark | undefined): string =>
  mark === undefined ? "" : (mark.waiting ?? (mark.conflict === true ? "conflict" : (mark.accepted ?? "")));

function kindOf(was: Mark | undefined, is: Mark | undefined): SinceItem["kind"] | null {
  if (was === undefined) return is === undefined ? null : "reported";
  if (is === undefined) return "gone";
  if (topOf(was) !== topOf(is)) return "corrected";
  const sameJudgement = was.accepted === is.accepted && was.verified === is.verified;
  return sameJudgement ? null : "judged";
}

/** 更正 and late reports among what came since: the n of “定稿后更正n项”. */
export const isCorrection = ({ kind }: SinceItem): boolean => kind !== "judged";
