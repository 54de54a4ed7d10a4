import type { RejectionReason } from "#shared/bundle/reasons.ts";
import { stepStates, type StepStates } from "#shared/bundle/steps.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { unitKeySchema, type UnitKey } from "#shared/plan/ids.ts";
import type { ReadManifest } from "../../bundle/read-manifest.ts";
import type { Rejected } from "../../bundle/types.ts";
import type { BundleIdentity } from "../../store/bundles.ts";

/** What the inbox says of a bundle, taken in or refused. */

export type Counts = BundleReport["counts"];
export const NO_COUNTS: Counts = { added: 0, superseding: 0, unchanged: 0, conflicts: 0, decisions: 0 };

interface Received {
  readonly file: string;
  readonly receivedAt: string;
}

/** Which bundle it is, and how it came here. */
export interface Identity extends Received {
  readonly digest: string;
  readonly kind: string;
  readonly unit: UnitKey | null;
  readonly device: string;
  readonly sequence: number;
  readonly createdAt: string;
}

export function identityOf(
  { file, receivedAt }: Received,
  { digest, manifest }: Pick<ReadManifest, "digest" | "manifest">,
): Identity {
  const { kind, unit, device, sequence, createdAt } = manifest;
  return { file, digest, kind, unit, device, sequence, createdAt, receivedAt };
}

export function identityOfRow(row: BundleIdentity): Identity {
  const { digest, kind, unit, device, sequence, created_at: createdAt, received_at: receivedAt } = row;
  const file = row.file ?? "";
  return {
    file,
    digest,
    kind,
    unit: unitKeySchema.nullable().parse(unit),
    device,
    sequence,
    createdAt,
    receivedAt,
  };
}

/** A file that was refused; `claimed` is what it says of itself, as far as that could be read. */
export const refusedReport = (received: Received, { reason, claimed, steps }: Rejected): BundleReport =>
  refused(received, reason, claimed, steps);

/** A file that could not even be read, or is larger than any bundle. */
export const unreadReport = (received: Received, reason: "unreadable" | "too-large"): BundleReport =>
  refused(received, reason, undefined, stepStates("not-a-bundle"));

function refused(
  { file, receivedAt }: Received,
  reason: RejectionReason | "unreadable",
  claimed: Rejected["claimed"],
  steps: StepStates,
): BundleReport {
  return {
    file,
    digest: claimed?.digest ?? null,
    kind: claimed?.kind ?? null,
    unit: claimed?.unit ?? null,
    device: claimed?.device ?? null,
    sequence: claimed?.sequence ?? null,
    createdAt: claimed?.createdAt ?? null,
    receivedAt,
    status: "rejected",
    reason,
    warnings: [],
    closedPeriods: [],
    steps: reportSteps(steps, null),
    counts: NO_COUNTS,
  };
}

/** A bundle that is here already; nothing changes. */
export const duplicateReport = (identity: Identity, revisions: number): BundleReport => ({
  ...identity,
  status: "duplicate",
  reason: null,
  warnings: ["duplicate"],
  closedPeriods: [],
  steps: reportSteps(stepStates(null), []),
  counts: { ...NO_COUNTS, unchanged: revisions },
});

const RESULTS = { passed: "ok", failed: "failed", held: "warning", "not-reached": "not-done" } as const;

/** The verdict's four steps and, fifth, the place in the series; `warnings` null where it was never looked at. */
export function reportSteps(states: StepStates, warnings: readonly string[] | null): BundleReport["steps"] {
  const isOutOfPlace = warnings?.some((warning) => warning === "gap" || warning === "fork");
  return [
    { step: "intact", result: RESULTS[states.complete] },
    { step: "signature", result: RESULTS[states.signature] },
    { step: "device", result: RESULTS[states.authorisation] },
    { step: "plan", result: RESULTS[states.plan] },
    { step: "order", result: warnings === null ? "not-done" : isOutOfPlace ? "warning" : "ok" },
  ];
}

/** The report with the place in the series as it is now. */
export function placedNow(
  report: BundleReport,
  place: { readonly gap: boolean; readonly fork: boolean } | undefined,
): BundleReport {
  if (place === undefined) return report;
  const others = report.warnings.filter((warning) => warning !== "gap" && warning !== "fork");
  const warnings = [...(place.gap ? ["gap"] : []), ...(place.fork ? ["fork"] : []), ...others];
  const result = place.gap || place.fork ? ("warning" as const) : ("ok" as const);
  const steps = report.steps.map((step) => (step.step === "order" ? { ...step, result } : step));
  return { ...report, warnings, steps };
}
