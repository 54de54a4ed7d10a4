import type { Generated, Insertable, Selectable } from "kysely";

/** Kysely's view of the schema in `migrations/`. */

interface FactTable {
  key: string;
  value: string;
}
interface PlanVersionTable {
  plan: string;
  version: number;
  digest: string;
  bytes: Buffer;
  bundle: string | null;
  held_at: string | null;
}
interface RecordTable {
  no: Generated<number>;
  id: string;
  family: "revision" | "decision";
  unit: string;
  period: string;
  item: string;
  device: string;
  plan_version: number;
  local: number;
  canonical: string;
}
interface BundleTable {
  no: Generated<number>;
  digest: string;
  kind: string;
  unit: string | null;
  device: string;
  sequence: number;
  previous: string | null;
  /** How many it holds. */
  revisions: number;
  plan_version: number;
  created_at: string;
  received_at: string;
  /** `own`: written here. */
  status: "admitted" | "held" | "own";
  late: number;
  manifest: string;
  /** Where the person had it written or read from; shown, never used as a path. */
  file: string | null;
  report: string;
}
interface BundleRecordTable {
  bundle: number;
  record: number;
}
interface QuarantineTable {
  sha256: string;
  name: string;
  reason: string;
  received_at: string;
  report: string;
}
export interface QuarantineToldTable {
  sha256: string;
  reason: string;
  told_by: string;
  told_at: string;
}
interface ArchivedBundleTable {
  digest: string;
  bytes: Buffer;
}
interface TakenFileTable {
  sha256: string;
  bundle: number;
}
interface TrustedRootTable {
  fingerprint: string;
  pinned_at: string;
}
export interface CertificateTable {
  serial: number;
  root: string;
  device: string;
  unit: string | null;
  role: string;
  certificate: string;
  signature: Buffer;
  granted_at: string;
}
interface EnrolRequestTable {
  device: string;
  unit: string;
  bundle: string;
  request: string;
  received_at: string;
}
export interface EnrolEventTable {
  no: Generated<number>;
  at: string;
  act: "granted" | "refused" | "restored" | "revoked" | "kept";
  device: string;
  unit: string;
  /** Digest of the request that was answered. */
  request: string | null;
  serial: number | null;
  why: string | null;
}
interface RevocationListTable {
  digest: string;
  canonical: string;
  signature: Buffer;
}
interface ReceiptLineTable {
  bundle: string;
  receipt: number;
  status: string;
  reason: string | null;
  received_at: string;
}
export interface ReviewCopyTable {
  no: Generated<number>;
  period: string;
  printed_at: string;
  check_code: string;
  /** `[item, answer]` each, as they were printed. */
  answers: string;
  /** Evidence of the stamped paper's scan. */
  scan: string;
}
interface DecisionStepTable {
  no: Generated<number>;
  at: string;
}
interface StepDecisionTable {
  step: number;
  record: string;
}
export interface ExemplaryTable {
  unit: string;
  period: string;
  item: string;
  revision: string;
  /** As it was when marked. */
  body: string;
  marked_by: string;
  marked_at: string;
}
export interface PaperReceivedTable {
  unit: string;
  period: string;
  received_at: string;
  code: string | null;
  /** 1 or 0 as the data were when the sheet came; null where nothing could be compared. */
  agrees: number | null;
}
export interface ProvisionalChoiceTable {
  unit: string;
  period: string;
  item: string;
  revision: string;
  /** JSON array of the revisions that it was chosen among. */
  heads: string;
}
interface DraftTable {
  period: string;
  item: string;
  body: string;
  saved_at: string;
  author: string;
}
interface DraftStepTable {
  no: Generated<number>;
  period: string;
  at: string;
  author: string;
  act: string;
  place: "done" | "undone" | "settled";
}
interface DraftChangeTable {
  step: number;
  item: string;
  before: string | null;
  after: string | null;
  basis: string;
}
interface DraftSetAsideTable {
  no: Generated<number>;
  period: string;
  item: string;
  body: string;
  saved_at: string;
  author: string;
  plan_version: number;
  whole: number;
}
interface OfficerTable {
  name: string;
  roles: string;
}
export interface SubjectTable {
  unit: string;
  period: string;
  item: string;
  status: string;
  current: string | null;
  current_body: string | null;
  accepted: string | null;
  accepted_body: string | null;
  verified: number;
  decision: string | null;
  outcome: string | null;
  undecided: number;
  incomplete: number;
}

export type BundleRow = Selectable<BundleTable>;
export type NewBundle = Insertable<BundleTable>;
export type RecordRow = Selectable<RecordTable>;

export interface Tables {
  fact: FactTable;
  plan_version: PlanVersionTable;
  record: RecordTable;
  bundle: BundleTable;
  bundle_record: BundleRecordTable;
  quarantine: QuarantineTable;
  quarantine_told: QuarantineToldTable;
  archived_bundle: ArchivedBundleTable;
  taken_file: TakenFileTable;
  trusted_root: TrustedRootTable;
  certificate: CertificateTable;
  enrol_request: EnrolRequestTable;
  enrol_event: EnrolEventTable;
  revocation_list: RevocationListTable;
  receipt_line: ReceiptLineTable;
  review_copy: ReviewCopyTable;
  decision_step: DecisionStepTable;
  step_decision: StepDecisionTable;
  exemplary: ExemplaryTable;
  paper_received: PaperReceivedTable;
  provisional_choice: ProvisionalChoiceTable;
  draft: DraftTable;
  draft_step: DraftStepTable;
  draft_change: DraftChangeTable;
  officer: OfficerTable;
  draft_set_aside: DraftSetAsideTable;
  subject: SubjectTable;
}
