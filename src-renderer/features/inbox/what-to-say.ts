import type { BundleReport } from "#shared/ipc/views.ts";
import type { Key, Translate } from "#shared/i18n/words.ts";
import { zhCN } from "#shared/i18n/zh-CN/index.ts";
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

type Advice = "resend" | "suspect" | "enrol" | "update" | "officeUpdate" | "plan";

const advices: Readonly<Record<string, Advice>> = {
  "bad-signature": "suspect",
  "digest-mismatch": "suspect",
  "wrong-unit": "suspect",
  "unknown-root": "enrol",
  "expired-certificate": "enrol",
  revoked: "enrol",
  "wrong-role": "enrol",
  "newer-format": "officeUpdate",
  "unsupported-suite": "officeUpdate",
  "newer-plan": "officeUpdate",
  "malformed-record": "update",
  "bad-encoding": "update",
  "wrong-plan": "plan",
};

type Names = { readonly office: string; readonly plan: string; readonly day: string | null };

/** What to tell the county about a refused bundle: what came, what was wrong, what to do. */
export function sentenceForCounty(t: Translate, report: BundleReport, { office, plan, day }: Names): string {
  const bundle =
    report.sequence === null
      ? t("inbox:say.file", { file: baseName(report.file) })
      : t("inbox:say.bundle", { sequence: report.sequence });
  const reason = reasonWord(t, report.reason);
  const opening =
    day === null
      ? t("inbox:say.openingNoDate", { bundle, reason })
      : t("inbox:say.opening", { bundle, reason, date: day });
  return opening + adviceFor(t, report.reason ?? "", office, plan);
}

function adviceFor(t: Translate, reason: string, office: string, plan: string): string {
  switch (advices[reason] ?? "resend") {
    case "suspect":
      return t("inbox:say.suspect", { office });
    case "enrol":
      return t("inbox:say.enrol");
    case "update":
      return t("inbox:say.update", { office });
    case "officeUpdate":
      return t("inbox:say.officeUpdate", { office });
    case "plan":
      return t("inbox:say.plan", { plan });
    case "resend":
      return t("inbox:say.resend");
  }
}
