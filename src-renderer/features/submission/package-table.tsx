import type { SubmissionView } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { PackageRow } from "./package-row.tsx";

/** What this laptop handed over, newest first, and what came back. */
export function PackageTable({
  packages,
  latest,
}: {
  packages: readonly SubmissionView[];
  latest: string | null;
}) {
  const t = useT();
  return (
    <table className="table table--hover packages">
      <colgroup>
        <col className="c-no" />
        <col className="c-period" />
        <col className="c-items" />
        <col className="c-at" />
        <col className="c-state" />
        <col />
        <col className="c-digest" />
        <col className="c-open" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t("submission:package")}</th>
          <th scope="col">{t("submission:period")}</th>
          <th scope="col" className="num">
            {t("submission:items")}
          </th>
          <th scope="col">{t("submission:createdAt")}</th>
          <th scope="col">{t("submission:state")}</th>
          <th scope="col">{t("submission:result")}</th>
          <th scope="col">{t("submission:digest")}</th>
          <th scope="col">
            <span className="sr-only">{t("submission:place")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {packages.map((sent) => (
          <PackageRow key={sent.digest} sent={sent} isLatest={sent.digest === latest} />
        ))}
      </tbody>
    </table>
  );
}
