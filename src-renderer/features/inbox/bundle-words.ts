import type { BundleReport, VerificationStep } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import type { Plan } from "#shared/plan/schema.ts";
import type { Key, Translate } from "#shared/i18n/words.ts";
import { zhCN } from "#shared/i18n/zh-CN/index.ts";
import type { IconName } from "../../components/icon.tsx";
import { baseName } from "./rows.ts";

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

/** `第4包`, or the kind where bundles of it are not numbered. */
export const bundleName = (t: Translate, { kind, sequence }: BundleReport): string =>
  sequence === null ? kindWord(t, kind) : t("inbox:sequence", { sequence });

export const statusLook = {
  mergeable: { state: "sealed", icon: "st-accepted" },
  merged: { state: "accepted", icon: "st-accepted" },
  duplicate: { state: "na", icon: "copy" },
  rejected: { state: "invalid", icon: "st-invalid" },
  held: { state: "warned", icon: "clock" },
} as const satisfies Record<BundleReport["status"], { state: string; icon: IconName }>;

export const stepIcons: Record<VerificationStep["result"], IconName | null> = {
  ok: "check",
  warning: "st-warned",
  failed: "st-invalid",
  "not-done": null,
};

export const stepNames = ["intact", "signature", "device", "plan", "order"] as const;

export const resultOf = (report: BundleReport, step: VerificationStep["step"]): VerificationStep["result"] =>
  report.steps.find((done) => done.step === step)?.result ?? "not-done";

/** A word beside the sign where the order has a remark: 缺包, 同号. */
export function orderRemark(t: Translate, { warnings }: BundleReport): string | null {
  if (warnings.includes("fork")) return t("inbox:orderWord.fork");
  return warnings.includes("gap") ? t("inbox:orderWord.gap") : null;
}
