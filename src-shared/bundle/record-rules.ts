import { isJudging } from "../ledger/judgement.ts";
import type { Decision, LedgerRecord, Revision, RevisionType } from "../ledger/record.ts";
import {
  indicatorValueSchema,
  publishedValueSchema,
  registerConfirmationSchema,
  registerRowSchema,
  taskContactSchema,
  taskProgressSchema,
} from "../ledger/record.ts";
import { isCleanLine } from "../ledger/text.ts";
import type { Item } from "../plan/ids.ts";
import { ascends } from "./identifiers.ts";

/** Rules of the format on a single record that go beyond the shape of its members. */

/** What is wrong with the record in itself, in English for logs; null where nothing is. */
export function recordFault(record: LedgerRecord): string | null {
  if (!ascends(record.parents)) return "parents do not ascend";
  if (!isCleanLine(record.subject.item)) return "forbidden character in the item";
  return record.type === "decision" ? decisionFault(record) : revisionFault(record);
}

/** The one revision type an item takes; null for `period`, which takes none. */
export function revisionTypeOf(item: Item): RevisionType | null {
  if (item.startsWith("task:")) return "task-progress";
  if (item.startsWith("contact:")) return "task-contact";
  if (item.startsWith("indicator:")) return "indicator-value";
  if (!item.startsWith("register:")) return null;
  return item.includes("/") ? "register-row" : "register-confirmation";
}

function revisionFault(record: Revision): string | null {
  return revisionTypeOf(record.subject.item) === record.type ? null : "item does not take this type";
}

const PERIOD_OUTCOMES = new Set(["locked", "unlocked", "snapshot"]);
const COMMENTED_OUTCOMES = new Set(["returned", "verified"]);

function decisionFault({ body, subject }: Decision): string | null {
  const revisions = body.revisions ?? [];
  if (!ascends(revisions)) return "revisions do not ascend";
  if (PERIOD_OUTCOMES.has(body.outcome) !== (subject.item === "period"))
    return "outcome does not fit the item";
  if (subject.item === "period" && revisions.length > 0) return "a period has no revisions to judge";
  if (isJudging(body.outcome) && revisions.length === 0) return "no revisions judged";
  if (COMMENTED_OUTCOMES.has(body.outcome) && body.comment === undefined) return "no comment";
  if (body.outcome === "verified" && !isBodyOf(subject.item, body.value)) return "value is no whole body";
  if (body.outcome === "published" && !publishedValueSchema.safeParse(body.value).success)
    return "value is no published value";
  return null;
}

const BODY_SCHEMAS = {
  "task-progress": taskProgressSchema,
  "task-contact": taskContactSchema,
  "indicator-value": indicatorValueSchema,
  "register-row": registerRowSchema,
  "register-confirmation": registerConfirmationSchema,
} as const;

function isBodyOf(item: Item, value: unknown): boolean {
  const type = revisionTypeOf(item);
  return type !== null && BODY_SCHEMAS[type].safeParse(value).success;
}
