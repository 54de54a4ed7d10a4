import type { z } from "zod";
import { isCleanLongText } from "../ledger/text.ts";
import { planError, type PlanError } from "./plan-error.ts";
import { isRawObject } from "./plan-parts.ts";

/** Errors of single members: types, formats, allowed values, forbidden characters. */

const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`,
    )
    .join("");

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === "number") value = value[step];
    else if (isRawObject(value) && Object.hasOwn(value, step)) value = value[String(step)];
    else return undefined;
  }
  return value;
}

const typeName = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export function shapeErrors(json: unknown, issues: readonly z.core.$ZodIssue[]): readonly PlanError[] {
  return issues.flatMap((issue) => shapeError(json, issue));
}

function shapeError(json: unknown, issue: z.core.$ZodIssue): readonly PlanError[] {
  const path = formatPath(issue.path);
  const found = valueAt(json, issue.path);
  if (issue.code !== "unrecognized_keys" && found === undefined && issue.path.length > 0) {
    const member = String(issue.path.at(-1));
    return [planError("missing-member", formatPath(issue.path.slice(0, -1)), { member })];
  }
  switch (issue.code) {
    case "invalid_type":
      return [planError("wrong-type", path, { expected: issue.expected, found: typeName(found) })];
    case "unrecognized_keys":
      return issue.keys.map((member) => planError("unknown-member", path, { member: shown(member) }));
    case "invalid_value":
      if (path === "v" && typeof found === "number" && found > 1)
        return [planError("newer-format", path, { found: shown(found) })];
      return [planError("wrong-value", path, { found: shown(found), allowed: issue.values.join(" · ") })];
    case "invalid_format":
      return [planError("wrong-format", path, { found: shown(found) })];
    case "too_small":
      return [planError("too-small", path, { minimum: String(issue.minimum) })];
    case "too_big":
      return [planError("too-big", path, { maximum: String(issue.maximum) })];
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return [planError("wrong-shape", path)];
  }
}

// NOTE: deeper nesting than any plan has is left to the schema, so that a hostile file cannot exhaust the stack.
const MAX_DEPTH = 32;

/** Texts and numbers of a plan are held to the rules of the bundle format: its numbers are never negative. */
export function forbiddenContent(value: unknown, path: readonly PropertyKey[] = []): readonly PlanError[] {
  if (typeof value === "string") return forbiddenCharacter(value, path);
  if (typeof value === "number" && value < 0)
    return [planError("too-small", formatPath(path), { minimum: "0" })];
  if (path.length >= MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    return value.flatMap((element: unknown, index) => forbiddenContent(element, [...path, index]));
  }
  if (!isRawObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => forbiddenContent(member, [...path, name]));
}

function forbiddenCharacter(text: string, path: readonly PropertyKey[]): readonly PlanError[] {
  if (isCleanLongText(text)) return [];
  const character = [...text].find((each) => !isCleanLongText(each)) ?? "";
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return [planError("forbidden-character", formatPath(path), { character: `U+${code}` })];
}
