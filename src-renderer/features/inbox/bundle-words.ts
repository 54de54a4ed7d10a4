import type { BundleReport, VerificationStep } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Key, Translate } from "#shared/i18n/words.ts";
import { zhCN } from "#shared/i18n/zh-CN/index.ts";
import type { IconName } from "../../components/icon.tsx";
import { baseName, contentCount } from "./rows.ts";

type KindWord = Extract<Key, `inbox:kind.${string}`>;
const words: Readonly<Record<string, string>> = zhCN.inbox;
const isKindWord = (key: string): key is KindWord => key.slice("inbox:".length) in words;

export function kindWord(t: Translate, kind: string | null): string {
  const key = `inbox:kind.${kind ?? "unknown"}`;
  return isKindWord(key) ? t(key) : t("inbox:kind.unknown");
}

/** Whose bundle it says it is. */
export const originOf = (t: Translate, plan: Plan, { unit, file }: BundleReport): string =>
  unit === null ? baseName(file) || t("inbox:unknownUnit") : unitName(plan, unit);

/** Kinds that are what they are, whatever their number. */
const UNNUMBERED: ReadonlySet<string> = new Set(["enrol-request", "enrol-grant", "plan"]);

/** `第4包` of a submission, `往来包 第2包` of what else is numbered, `授权申请` of what is not. */
export function bundleName(t: Translate, { kind, sequence }: BundleReport): string {
  if (kind === null || sequence === null || UNNUMBERED.has(kind)) return kindWord(t, kind);
  const number = t("inbox:sequence", { sequence });
  return kind === "submission" ? number : `${kindWord(t, kind)} ${number}`;
}

/** What is in it, in a word or two. */
export function contentText(t: Translate, report: BundleReport): string {
  if (report.status === "rejected" || report.status === "held") return t("inbox:notRead");
  switch (report.kind) {
    case "enrol-request":
      return t("inbox:contentRequest");
    case "enrol-grant":
      return t("inbox:contentGrant");
    case "plan":
      return t("inbox:contentPlan");
    default:
      return t("inbox:items", { count: contentCount(report) });
  }
}

/** Whether it brings records to count. */
export const hasRecords = ({ kind }: BundleReport): boolean => kind === null || !UNNUMBERED.has(kind);

export const statusLook = {
  mergeable: { state: "sealed", icon: "st-accepted" },
  merged: { state: "accepted", icon: "st-accepted" },
  duplicate: { state: "na", icon: "copy" },
  rejected: { state: "invalid", icon: "st-invalid" },
  held: { state: "warned", icon: "clock" },
} as const satisfies Record<BundleReport["status"], { state: string; icon: IconName }>;

/** 已告知: not merged, and no longer waiting for this office. */
export const toldLook = { state: "na", icon: "check" } as const satisfies { state: string; icon: IconName };

export const stepIcons: Record<VerificationStep["result"], IconName | null> = {
  ok: "check",
  warning: "st-warned",
  failed: "st-invalid",
  "not-done": null,
};

export const stepNames = ["intact", "signature", "device", "plan", "order"] as const;

export const resultOf = (report: BundleReport, step: VerificationStep["step"]): VerificationStep["result"] =>
  report.steps.find((done) => done.step === step)?.result ?? "not-done";

/** A word beside the sign where the order has a remark: 缺第3包, 同号. */
export function orderRemark(t: Translate, { warnings, sequence }: BundleReport): string | null {
  if (warnings.includes("fork")) return t("inbox:orderWord.fork");
  if (!warnings.includes("gap")) return null;
  return t("inbox:orderWord.gap", { sequence: (sequence ?? 1) - 1 });
}
