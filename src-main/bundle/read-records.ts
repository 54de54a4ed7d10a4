import type { z } from "zod";
import { LIMITS } from "#shared/bundle/limits.ts";
import { recordFault } from "#shared/bundle/record-rules.ts";
import { KIND_RULES } from "#shared/bundle/kind-rules.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import { readCanonical, RECORD_DEPTH } from "#shared/ledger/canonical.ts";
import { recordIdSchema } from "#shared/ledger/record.ts";
import type { LedgerRecord } from "#shared/ledger/record.ts";
import { sha256Hex } from "../keys/sha256.ts";
import type { ByteSource } from "./byte-source.ts";
import { linesOf } from "./lines.ts";
import type { Refusal } from "./refusal.ts";
import { firstRefusal, refusal } from "./refusal.ts";
import type { OpenedRecord } from "./types.ts";

/** What a line that is too long is read as. */
const NOTHING = new Uint8Array();

/** Called with every well-formed record in turn; only the verdict at the end says whether any of them may be kept. */
export type RecordVisitor = (entry: OpenedRecord) => void;

export interface ReadRecords {
  readonly count: number;
  /** Of all that is wrong with them, what applies first. */
  readonly fault: Refusal | null;
}

/**
 * A records file: one canonical record a line, LF after every line, strictly ascending by id, never empty.
 * Every record is judged, so that the reason that applies first can be told; none is kept here.
 */
export function readRecords(
  file: ByteSource,
  schema: z.ZodType<LedgerRecord>,
  manifest: Manifest,
  visit: RecordVisitor,
): ReadRecords {
  let count = 0;
  let fault: Refusal | null = null;
  let before = "";
  for (const { bytes, ended } of linesOf(file, LIMITS.record)) {
    count += 1;
    const where = `line ${String(count)}`;
    const found: Refusal[] = ended ? [] : [malformed(where, "does not end in LF")];
    const id = recordIdSchema.parse(sha256Hex(bytes));
    if (id <= before) found.push(malformed(where, "ids do not ascend"));
    before = id;
    const read = readCanonical(bytes.length > LIMITS.record ? NOTHING : bytes, { maxDepth: RECORD_DEPTH });
    const record = schema.safeParse(read.ok ? read.value.value : null);
    if (read.ok && record.success) {
      found.push(...recordFaults(record.data, manifest, where));
      visit({ id, canonical: read.value.text, record: record.data });
    } else {
      found.push(malformed(where, read.ok ? "shape" : "encoding"));
    }
    if (found.length > 0) fault = firstRefusal([fault, ...found]);
  }
  return { count, fault: count === 0 ? malformed("line 1", "missing") : fault };
}

/** A record that is malformed in itself gives no other reason. */
function recordFaults(record: LedgerRecord, manifest: Manifest, where: string): Refusal[] {
  const fault = recordFault(record);
  if (fault !== null) return [malformed(where, fault)];
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
  return faults;
}

const malformed = (where: string, what: string): Refusal => refusal("malformed-record", `${where}: ${what}`);
