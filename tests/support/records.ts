import { createHash } from "node:crypto";
import { toCanonicalText } from "#shared/ledger/canonical.ts";
import type { DecisionEntry, RevisionEntry } from "#shared/ledger/entry.ts";
import {
  decisionSchema,
  recordIdSchema,
  revisionSchema,
  type DecisionBody,
  type RecordId,
  type RevisionBody,
} from "#shared/ledger/record.ts";

const DEVICE_A = "a".repeat(32);

export interface RecordSketch {
  readonly item?: string;
  readonly period?: string;
  readonly unit?: string;
  readonly parents?: readonly RecordId[];
  readonly device?: string;
  readonly at?: string;
}

const idOf = (record: unknown): RecordId =>
  recordIdSchema.parse(createHash("sha256").update(toCanonicalText(record)).digest("hex"));

const envelope = (sketch: RecordSketch) => ({
  format: "taizhang-record",
  v: 1,
  at: sketch.at ?? "2024-04-03T01:02:03.004Z",
  author: { name: "填报人甲", role: "filler" },
  device: sketch.device ?? DEVICE_A,
  parents: [...(sketch.parents ?? [])].toSorted(),
  planVersion: 1,
  subject: {
    item: sketch.item ?? "indicator:T02-1",
    period: sketch.period ?? "2024-03",
    plan: "yichun-869",
    unit: sketch.unit ?? "360981",
  },
});

/** A real indicator revision with its real id. */
export function revision(body: RevisionBody, sketch: RecordSketch = {}): RevisionEntry {
  const record = revisionSchema.parse({ ...envelope(sketch), type: "indicator-value", body });
  return { id: idOf(record), record };
}

export const revenue = (amount: string, sketch: RecordSketch = {}): RevisionEntry =>
  revision({ inputs: { revenue: amount } }, sketch);

/** A real decision of the office on the given revisions. */
export function decision(
  outcome: DecisionBody["outcome"],
  revisions: readonly RevisionEntry[],
  sketch: RecordSketch & { comment?: string; value?: DecisionBody["value"] } = {},
): DecisionEntry {
  const body = {
    outcome,
    revisions: revisions.map(({ id }) => id).toSorted(),
    ...(sketch.comment === undefined ? {} : { comment: sketch.comment }),
    ...(sketch.value === undefined ? {} : { value: sketch.value }),
  };
  const subject = revisions[0]?.record.subject;
  const record = decisionSchema.parse({
    ...envelope({
      ...sketch,
      ...(subject && { item: subject.item, period: subject.period, unit: subject.unit }),
    }),
    author: { name: "市级汇总员", role: "office" },
    type: "decision",
    body,
  });
  return { id: idOf(record), record };
}
