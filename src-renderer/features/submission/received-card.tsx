import type { BundleReport } from "#shared/ipc/views.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { fileName } from "../../app/paths.ts";
import { Card } from "../../components/card.tsx";
import { Icon } from "../../components/icon.tsx";
import { kindWord } from "../../app/kind-word.ts";
import { statusLooks } from "./status-looks.ts";

/** What came in: receipts, grants, plan bundles; what was refused stays with its reason. */
export function ReceivedCard({ reports }: { reports: readonly BundleReport[] }) {
  const t = useT();
  const formats = useFormats();
  if (reports.length === 0) return null;
  const aside = (
    <span className="faint t-12">{t("submission:receivedCount", { count: reports.length })}</span>
  );
  return (
    <Card title={t("submission:received")} aside={aside} className="rec">
      <div className="rec__table">
        <table className="table table--hover received">
          <thead>
            <tr>
              <th scope="col">{t("submission:kind")}</th>
              <th scope="col">{t("submission:receivedAt")}</th>
              <th scope="col">{t("submission:state")}</th>
              <th scope="col">{t("submission:result")}</th>
              <th scope="col">{t("submission:file")}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report, index) => {
              const { state, icon } = statusLooks[report.status];
              return (
                <tr key={report.digest ?? index}>
                  <td className="nowrap">{kindWord(t, report.kind)}</td>
                  <td className="tnum nowrap">
                    {report.receivedAt === null ? "" : formats.dayTime(report.receivedAt)}
                  </td>
                  <td>
                    <span className={`state state--${state}`}>
                      <Icon name={icon} size={14} />
                      {t(`submission:status.${report.status}`)}
                    </span>
                  </td>
                  <td className="muted">{report.reason === null ? "" : reasonSentence(t, report.reason)}</td>
                  <td className="mono faint">{fileName(report.file)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
