import type { BundleReport } from "#shared/ipc/views.ts";
import type { Key, Translate } from "#shared/i18n/words.ts";
import { zhCN } from "#shared/i18n/zh-CN/index.ts";
import type { HeldReason, RejectionReason } from "#shared/bundle/reasons.ts";
import { baseName } from "./rows.ts";

type ReasonWord = Extract<Key, `inbox:reason.${string}`>;
const words: Readonly<Record<string, string>> = zhCN.inbox;
const isReasonWord = (key: string): key is ReasonWord =>
  key.startsWith("inbox:reason.") && key.slice("inbox:".length) in words;

/** The reason in a few words: 签名不符. */
export function reasonWord(t: Translate, reason: string | null): string {
  const key = `inbox:reason.${reason ?? "other"}`;
  return isReasonWord(key) ? t(key) : t("inbox:reason.other");
}

type Advice =
  | "resend"
  | "suspect"
  | "enrol"
  | "update"
  | "officeUpdate"
  | "plan"
  | "wrongFile"
  | "readdress"
  | "smaller";

const advices: Readonly<Record<RejectionReason | HeldReason | "unreadable", Advice>> = {
  "not-a-bundle": "wrongFile",
  "cannot-decrypt": "readdress",
  damaged: "resend",
  unreadable: "resend",
  "too-large": "smaller",
  "unexpected-entry": "suspect",
  "newer-format": "officeUpdate",
  "unsupported-suite": "officeUpdate",
  "bad-encoding": "update",
  "unknown-root": "enrol",
  "bad-signature": "suspect",
  "digest-mismatch": "suspect",
  "expired-certificate": "enrol",
  revoked: "enrol",
  "wrong-role": "enrol",
  "wrong-unit": "suspect",
  "wrong-plan": "plan",
  "malformed-record": "update",
  "newer-plan": "officeUpdate",
};
const isAdvised = (reason: string): reason is keyof typeof advices => reason in advices;

type Names = {
  readonly office: string;
  readonly plan: string;
  readonly day: string | null;
  /** The genuine one of that number is merged: nothing is to be sent again. */
  readonly isHere: boolean;
};

/** Whether the bundle that a refused file claims to be is here and merged; numbers count per device. */
export const hasGenuine = (refused: BundleReport, taken: readonly BundleReport[]): boolean =>
  refused.sequence !== null &&
  taken.some(
    ({ status, kind, unit, device, sequence }) =>
      status === "merged" &&
      kind === refused.kind &&
      unit === refused.unit &&
      device === refused.device &&
      sequence === refused.sequence,
  );

/** What to tell the county about a refused bundle: what came, what was wrong, what to do. */
export function sentenceForCounty(t: Translate, report: BundleReport, names: Names): string {
  const { office, day } = names;
  const bundle = saidName(t, report);
  const reason = reasonWord(t, report.reason);
  const opening =
    day === null
      ? t("inbox:say.openingNoDate", { bundle, reason })
      : t("inbox:say.opening", { bundle, reason, date: day });
  if (report.kind === "enrol-request") return opening + t("inbox:say.request", { office });
  return opening + adviceFor(t, report.reason ?? "", names);
}

function saidName(t: Translate, { kind, sequence, file }: BundleReport): string {
  if (kind === "enrol-request") return t("inbox:kind.enrol-request");
  return sequence === null
    ? t("inbox:say.file", { file: baseName(file) })
    : t("inbox:say.bundle", { sequence });
}

function adviceFor(t: Translate, reason: string, { office, plan, isHere }: Names): string {
  switch (isAdvised(reason) ? advices[reason] : "resend") {
    case "wrongFile":
      return t("inbox:say.wrongFile");
    case "readdress":
      return t("inbox:say.readdress", { office });
    case "smaller":
      return t("inbox:say.smaller");
    case "suspect":
      return t(isHere ? "inbox:say.suspectHere" : "inbox:say.suspect", { office });
    case "enrol":
      return t("inbox:say.enrol");
    case "update":
      return t("inbox:say.update", { office });
    case "officeUpdate":
      return t("inbox:say.officeUpdate", { office });
    case "plan":
      return t("inbox:say.plan", { plan });
    case "resend":
      return t(isHere ? "inbox:say.resendHere" : "inbox:say.resend");
  }
}

/** What to tell the county about a bundle that was taken in with a remark; null where there is nothing to ask for. */
export function sayWarning(
  t: Translate,
  warning: string,
  { sequence }: BundleReport,
  office: string,
): string | null {
  const at = { office, sequence: sequence ?? "" };
  switch (warning) {
    case "gap":
      return t("inbox:say.gap", { ...at, missing: (sequence ?? 1) - 1 });
    case "fork":
      return t("inbox:say.fork", at);
    case "clock":
      return t("inbox:say.clock", at);
    default:
      return null;
  }
}
