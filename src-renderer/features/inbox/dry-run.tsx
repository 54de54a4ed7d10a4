import type { BundleReport } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { useCopy } from "../../components/copy.ts";
import { Icon } from "../../components/icon.tsx";
import { hasRecords } from "./bundle-words.ts";
import { sayWarning } from "./what-to-say.ts";

/** What merging would do, and what is worth knowing before. */
export function DryRun({ report }: { report: BundleReport }) {
  const t = useT();
  const copy = useCopy();
  const { workspace } = useSession();
  const { added, superseding, unchanged, conflicts, decisions } = report.counts;
  const remark = remarkOf(t, report);
  const shown = [
    [t("inbox:added"), added],
    [t("inbox:superseding"), superseding],
    [t("inbox:unchanged"), unchanged],
    ...(decisions > 0 ? [[t("inbox:decisions"), decisions] as const] : []),
    ...(conflicts === 0 ? [[t("inbox:conflicts"), 0] as const] : []),
  ] as const;
  return (
    <div className="dry-run">
      <span>{t("inbox:dryRun")}</span>
      <dl hidden={!hasRecords(report)}>
        {shown.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {conflicts > 0 && (
        <span className="state state--conflict">
          <Icon name="st-conflict" size={14} />
          {t("inbox:conflictsCount", { count: conflicts })}
        </span>
      )}
      {remark !== null && <p title={remark}>{remark}</p>}
      {report.warnings.includes("gap") && report.sequence !== null && (
        <Button
          variant="quiet"
          size="sm"
          icon="copy"
          onClick={(event) => {
            event.stopPropagation();
            copy(sayWarning(t, "gap", report, workspace.name) ?? "");
          }}
        >
          {t("inbox:askGap", { sequence: report.sequence - 1 })}
        </Button>
      )}
    </div>
  );
}

function remarkOf(t: ReturnType<typeof useT>, { kind, warnings, counts }: BundleReport): string | null {
  const remarks = warnings.map((warning) => reasonSentence(t, warning));
  if (counts.conflicts > 0) remarks.push(t("inbox:conflictText"));
  if (kind === "enrol-request") remarks.push(t("inbox:requestText"));
  return remarks.length === 0 ? null : remarks.join("");
}
