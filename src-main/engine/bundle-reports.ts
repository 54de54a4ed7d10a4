import { basename } from "node:path";
import type { RejectionReason } from "#shared/bundle/reasons.ts";
import { stepStates, type StepStates } from "#shared/bundle/steps.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import type { Claimed, OpenedBundle } from "../bundle/types.ts";
import { insertQuarantined } from "../store/bundles.ts";
import { quarantineFile } from "./archive.ts";
import type { Session } from "./session.ts";

/** What the inbox says of a bundle, taken in or refused. */

export type Counts = BundleReport["counts"];
export const NO_COUNTS: Counts = { added: 0, superseding: 0, unchanged: 0, conflicts: 0, decisions: 0 };

export function identityOf(path: string, { digest, manifest }: OpenedBundle, receivedAt: string) {
  return {
    file: path,
    digest,
    kind: manifest.kind,
    unit: manifest.unit,
    device: manifest.device,
    sequence: manifest.sequence,
    createdAt: manifest.createdAt,
    receivedAt,
  };
}

export const claimedBy = ({ digest, manifest }: OpenedBundle): Claimed => {
  const { kind, unit, device, sequence, createdAt } = manifest;
  return { digest, kind, unit, device, sequence, createdAt };
};

export function rejectedReport(
  path: string,
  receivedAt: string,
  reason: RejectionReason | "unreadable",
  claimed: Claimed | undefined,
  states: StepStates = stepStates("not-a-bundle"),
): BundleReport {
  return {
    file: path,
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
    steps: reportSteps(states, null),
    counts: NO_COUNTS,
  };
}

/** Keeps a refused file aside with its report; the ledger does not change. */
export async function quarantine(session: Session, bytes: Uint8Array, report: BundleReport): Promise<void> {
  const sha256 = await quarantineFile(session, bytes);
  insertQuarantined(session.db, {
    sha256,
    name: basename(report.file),
    reason: report.reason ?? "",
    receivedAt: report.receivedAt ?? "",
    report: JSON.stringify(report),
  });
}

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
