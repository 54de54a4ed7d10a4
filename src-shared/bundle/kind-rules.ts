import type { BundleKind } from "./manifest.ts";

/** Content a bundle may carry beside manifest, signer and root; `revocations` stands for the list and its signature. */
export type Content =
  | "revisions"
  | "decisions"
  | "plan"
  | "revocations"
  | "receipt"
  | "request"
  | "grant"
  | "bundles"
  | "attachments";

export interface KindRule {
  /**
   * `self`: the signer's certificate is signed by its own key, and no root travels along. `unit`: a laptop of a unit,
   * or of the office for what the office itself reports.
   */
  readonly signer: "root" | "office" | "unit" | "self";
  /** `own`: the signer's unit; `addressee`, `requested`: any unit, but one; `none`: null. */
  readonly unit: "none" | "own" | "addressee" | "requested";
  readonly required: readonly Content[];
  readonly optional: readonly Content[];
  /** `any`: units and periods of records are not tied to the manifest. */
  readonly records: "manifest-unit" | "any";
  /** Whether it is held until the plan version it was written under is known. */
  readonly needsPlan: boolean;
}

const ofUnit = { records: "manifest-unit", needsPlan: true } as const;
const noRecords = { records: "manifest-unit", needsPlan: false } as const;

/** The table of kinds of the format page, as data. */
export const KIND_RULES: Readonly<Record<BundleKind, KindRule>> = {
  plan: { signer: "root", unit: "none", required: ["plan"], optional: ["revocations"], ...noRecords },
  "enrol-request": { signer: "self", unit: "requested", required: ["request"], optional: [], ...noRecords },
  "enrol-grant": {
    signer: "root",
    unit: "addressee",
    required: ["grant"],
    optional: ["revocations"],
    ...noRecords,
  },
  submission: {
    signer: "unit",
    unit: "own",
    required: [],
    optional: ["revisions", "bundles", "attachments"],
    ...ofUnit,
  },
  exchange: {
    signer: "unit",
    unit: "own",
    required: [],
    optional: ["revisions", "attachments"],
    ...ofUnit,
  },
  receipt: {
    signer: "office",
    unit: "addressee",
    required: ["receipt"],
    optional: ["decisions", "bundles", "revocations"],
    ...ofUnit,
  },
  recovery: {
    signer: "office",
    unit: "addressee",
    required: [],
    optional: ["decisions", "bundles", "revocations"],
    ...ofUnit,
  },
  "office-exchange": {
    signer: "office",
    unit: "own",
    required: [],
    optional: ["decisions", "bundles", "revocations"],
    records: "any",
    needsPlan: true,
  },
};
