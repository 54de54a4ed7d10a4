import { toCanonicalText } from "./canonical.ts";
import { revisionBodySchema, type RevisionBody } from "./record.ts";

/**
 * Three-way merge of a subject's differing heads, member by member. A member that the sides changed in one way only
 * against the base takes that value; one changed in several ways is disputed. It proposes, nothing more: a person
 * takes it over and seals it as a revision over all heads.
 */
export interface BodyMerge {
  /** Members in dispute, ascending: `status`, `inputs.revenue`, `fields.name`; `answer` for the kind of an answer. */
  readonly disputed: readonly string[];
  /** The whole body where nothing is in dispute and the result is a body. */
  readonly body: RevisionBody | null;
}

/**
 * `bases` are the common ancestors: a member in which they differ has no base, as all have where there are none. Pure
 * in the order of bases and of sides.
 */
export function mergeBodies(bases: readonly RevisionBody[], sides: readonly RevisionBody[]): BodyMerge {
  const isWhole = new Set([...bases, ...sides].map(answerKind)).size > 1;
  const ancestors = bases.map((body) => membersOf(body, isWhole));
  const versions = sides.map((body) => membersOf(body, isWhole));
  const names = new Set([...ancestors, ...versions].flatMap((members) => [...members.keys()]));
  const disputed: string[] = [];
  const merged: [string, string][] = [];
  for (const name of [...names].toSorted()) {
    const base = valuesOf(ancestors, name);
    const values = valuesOf(versions, name);
    const changed = base.size === 1 ? values.difference(base) : values;
    const [value] = changed.size === 0 ? base : changed;
    if (changed.size > 1) disputed.push(name);
    else if (value !== undefined) merged.push([name, value]);
  }
  if (disputed.length > 0) return { disputed, body: null };
  return { disputed, body: revisionBodySchema.safeParse(bodyFrom(merged)).data ?? null };
}

/** Members that hold members of their own, which are merged one by one. */
const PARTED: ReadonlySet<string> = new Set(["inputs", "fields"]);
/** An indicator has one of these. */
const ANSWERS = ["inputs", "notApplicable", "noData"] as const;
const ANSWER = "answer";

const answerKind = (body: RevisionBody): string => ANSWERS.find((kind) => kind in body) ?? "";

/**
 * Canonical text of each member by its path; `isWhole`: figures, 不涉及 and 暂无数据 stand against each other, so that
 * they are one member.
 */
function membersOf(body: RevisionBody, isWhole: boolean): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  const answer: [string, unknown][] = [];
  for (const [name, value] of Object.entries(body) as [string, unknown][]) {
    if (value === undefined) continue;
    if (isWhole && ANSWERS.some((kind) => kind === name)) answer.push([name, value]);
    else if (PARTED.has(name) && typeof value === "object" && value !== null) {
      members.set(name, "{}");
      for (const [part, of] of Object.entries(value)) members.set(`${name}.${part}`, toCanonicalText(of));
    } else members.set(name, toCanonicalText(value));
  }
  if (answer.length > 0) members.set(ANSWER, toCanonicalText(Object.fromEntries(answer)));
  return members;
}

/** The differing values of one member; null where it is absent. */
const valuesOf = (all: readonly ReadonlyMap<string, string>[], name: string): Set<string | undefined> =>
  new Set(all.map((members) => members.get(name)));

function bodyFrom(members: readonly (readonly [string, string])[]): object {
  const body: Record<string, unknown> = {};
  const parts: Record<string, Record<string, unknown>> = {};
  for (const [path, text] of members) {
    const value: unknown = JSON.parse(text);
    const [name = "", ...rest] = path.split(".");
    if (path === ANSWER) Object.assign(body, value);
    else if (rest.length === 0) body[name] = PARTED.has(name) ? (parts[name] ??= {}) : value;
    else (parts[name] ??= {})[rest.join(".")] = value;
  }
  return body;
}
