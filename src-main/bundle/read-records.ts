import type { z } from "zod";
import { recordFault } from "#shared/bundle/record-rules.ts";
import { KIND_RULES } from "#shared/bundle/kind-rules.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import { parseCanonical, RECORD_DEPTH } from "#shared/ledger/canonical.ts";
import { recordIdSchema } from "#shared/ledger/record.ts";
import type { LedgerRecord } from "#shared/ledger/record.ts";
import { sha256Hex } from "../keys/sha256.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";
import type { OpenedRecord } from "./types.ts";

const LF = 0x0a;

export interface ReadRecords<T> {
  readonly records: readonly OpenedRecord<T>[];
  readonly faults: readonly Refusal[];
}

/**
 * A records file: one canonical record a line, LF after every line, strictly ascending by id, never empty.
 * Every record is judged, so that the reason that applies first can be told.
 */
export function readRecords<T extends LedgerRecord>(
  file: Uint8Array,
  schema: z.ZodType<T>,
  manifest: Manifest,
): ReadRecords<T> {
  const records: OpenedRecord<T>[] = [];
  const faults: Refusal[] = [];
  if (file.length === 0 || file.at(-1) !== LF) faults.push(malformed("last line", "does not end in LF"));
  let before = "";
  for (const [number, bytes] of lines(file)) {
    const where = `line ${String(number)}`;
    const id = recordIdSchema.parse(sha256Hex(bytes));
    if (id <= before) faults.push(malformed(where, "ids do not ascend"));
    before = id;
    const parsed = parseCanonical(bytes, { maxDepth: RECORD_DEPTH });
    const record = schema.safeParse(parsed.ok ? parsed.value : null);
    if (record.success) {
      records.push({ id, bytes, record: record.data });
      faults.push(...recordFaults(record.data, manifest, where));
    } else {
      faults.push(malformed(where, parsed.ok ? "shape" : "encoding"));
    }
  }
  return { records, faults };
}

function* lines(file: Uint8Array): Generator<[number, Uint8Array]> {
  let number = 1;
  for (let start = 0; start < file.length; number++) {
    const end = file.indexOf(LF, start);
    yield [number, file.subarray(start, end === -1 ? file.length : end)];
    start = end === -1 ? file.length : end + 1;
  }
}

function recordFaults(record: LedgerRecord, manifest: Manifest, where: string): Refusal[] {
  const { subject, device, planVersion } = record;
  const anyUnit = KIND_RULES[manifest.kind].records === "any";
  const faults: Refusal[] = [];
  if (!anyUnit && subject.unit !== manifest.unit)
    faults.push(refusal("wrong-unit", `${where}: ${subject.unit}`));
  if (device !== manifest.device) faults.push(refusal("wrong-unit", `${where}: another device's record`));
  if (subject.plan !== manifest.plan.id) faults.push(refusal("wrong-plan", `${where}: ${subject.plan}`));
  if (planVersion > manifest.plan.version) faults.push(malformed(where, "newer plan than the manifest's"));
  if (!anyUnit && !manifest.periods.includes(subject.period))
    faults.push(malformed(where, "period not listed"));
  const fault = recordFault(record);
  if (fault !== null) faults.push(malformed(where, fault));
  return faults;
}

const malformed = (where: string, what: string): Refusal => refusal("malformed-record", `${where}: ${what}`);
