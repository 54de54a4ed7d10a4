import { Fragment, useState } from "react";
import type { SubmissionView, UnknownBundle } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { ForkNote } from "./fork-note.tsx";
import { PackageRow } from "./package-row.tsx";
import { UnknownRows } from "./unknown-rows.tsx";
import { WriteAgain } from "./write-again.tsx";

const COLUMNS = 8;

type Props = {
  readonly packages: readonly SubmissionView[];
  readonly unknown: readonly UnknownBundle[];
  readonly latest: string | null;
};

/** What this laptop handed over, newest first, and what came back; then what only receipts know of. */
export function PackageTable({ packages, unknown, latest }: Props) {
  const t = useT();
  const [again, setAgain] = useState<SubmissionView | null>(null);
  return (
    <>
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
          {packages.map((sent, index) => (
            <Fragment key={sent.digest}>
              {sent.formerKeys && packages[index - 1]?.formerKeys !== true && (
                <tr className="band">
                  <th colSpan={COLUMNS} scope="rowgroup">
                    {t("submission:formerKeys")}
                  </th>
                </tr>
              )}
              <PackageRow sent={sent} isLatest={sent.digest === latest} onWriteAgain={() => setAgain(sent)} />
              {isLastOfFork(packages, index) && <ForkNote columns={COLUMNS} sent={sent} />}
            </Fragment>
          ))}
          {unknown.length > 0 && <UnknownRows columns={COLUMNS} unknown={unknown} />}
        </tbody>
      </table>
      {again !== null && <WriteAgain sent={again} onClose={() => setAgain(null)} />}
    </>
  );
}

/** Packages of one number stand together: the note comes once, below the last. */
function isLastOfFork(packages: readonly SubmissionView[], index: number): boolean {
  const twins = packages[index]?.sameNumber ?? [];
  return twins.length > 0 && !twins.includes(packages[index + 1]?.digest ?? "");
}
