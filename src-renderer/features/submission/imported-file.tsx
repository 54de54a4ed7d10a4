import type { BundleReport, VerificationStep } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { useT } from "../../app/language.tsx";
import { fileName } from "../../app/paths.ts";
import { Checks, type CheckResult } from "../../components/checks.tsx";
import { Icon } from "../../components/icon.tsx";
import { kindWord } from "../../app/kind-word.ts";
import { statusLooks } from "./status-looks.ts";

/** A plan bundle of an office that nobody here has compared yet. */
export const isUnknownPlan = ({ kind, reason }: BundleReport): boolean =>
  kind === "plan" && reason === "unknown-root";

/** Only receipts follow one on another here; of plans and grants the newest counts, whatever came before. */
const hasOrder = ({ kind }: BundleReport): boolean => kind !== "plan" && kind !== "enrol-grant";

const warningsOf = (report: BundleReport): readonly string[] =>
  report.warnings.filter((warning) => warning !== report.status && (warning !== "gap" || hasOrder(report)));

const results: Record<VerificationStep["result"], CheckResult> = {
  ok: "ok",
  warning: "warn",
  failed: "bad",
  "not-done": "todo",
};

/** What a file is, how it was verified, and what is wrong with it. */
export function ImportedFile({ report, settled }: { report: BundleReport; settled: boolean }) {
  const t = useT();
  const { state, icon } = statusLooks[report.status];
  const said = [...(report.reason === null ? [] : [report.reason]), ...warningsOf(report)];
  return (
    <>
      <div className="row row--3">
        <b>{kindWord(t, report.kind)}</b>
        <span className={`state state--${state}`}>
          <Icon name={icon} size={14} />
          {t(`submission:status.${report.status}`)}
        </span>
        <span className="faint t-12 mono truncate push">{fileName(report.file)}</span>
      </div>
      {said.length > 0 && !isUnknownPlan(report) && (
        <p className={report.status === "rejected" ? "import__reason is-bad" : "import__reason"}>
          {said.map((reason) => reasonSentence(t, reason)).join("")}
        </p>
      )}
      {!settled && (
        <Checks
          items={report.steps
            .filter(({ step, result }) => result !== "not-done" && (step !== "order" || hasOrder(report)))
            .map(({ step, result }) => ({
              result: results[result],
              text: t(result === "failed" ? `submission:verifyFailed.${step}` : `submission:verify.${step}`),
            }))}
        />
      )}
    </>
  );
}
