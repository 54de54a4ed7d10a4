import { Fragment, memo, startTransition, useCallback, useState } from "react";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { BundleRow } from "./bundle-row.tsx";
import { stepNames } from "./bundle-words.ts";
import { DryRun } from "./dry-run.tsx";
import { firstOf, groupsOf, type Row } from "./rows.ts";
import type { Enrolled } from "./use-enrolled.ts";
import { useSeen } from "../../components/use-seen.ts";

/** As many packages as are drawn at first: more would hold the window up. A year of a city has hundreds. */
const FIRST = 6;
const MOST_AT_ONCE = 18;

/** Whoever reads on gets more at once: half of what is there. */
const moreThan = (shown: number): number =>
  shown + Math.min(MOST_AT_ONCE, Math.max(FIRST, Math.floor(shown / 2)));

type Props = {
  readonly rows: readonly Row[];
  readonly selected: string | null;
  readonly enrolled: Enrolled;
  readonly onSelect: (id: string) => void;
};

/** Bundles by day with their five verification steps; a fresh one shows below what merging would do. */
export const BundleTable = memo(function BundleTable({ rows, selected, enrolled, onSelect }: Props) {
  const t = useT();
  const formats = useFormats();
  const [most, setMost] = useState(FIRST);
  const more = useCallback(() => startTransition(() => setMost(moreThan)), []);
  const end = useSeen(most, more);
  const groups = firstOf(groupsOf(rows, formats.fullDay), most);
  return (
    <div className="card inbox__table">
      <table className="table bundles">
        <colgroup>
          <col className="c-bundle" />
          <col className="c-content" />
          {stepNames.map((step) => (
            <col key={step} className={step === "order" ? "c-order" : "c-step"} />
          ))}
          <col className="c-result" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t("inbox:bundle")}</th>
            <th scope="col">{t("inbox:content")}</th>
            {stepNames.map((step) => (
              <th key={step} scope="col" className="ctr">
                {t(`inbox:step.${step}`)}
              </th>
            ))}
            <th scope="col">{t("inbox:result")}</th>
            <th scope="col">
              <span className="sr-only">{t("inbox:note")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, rows: shown }) => (
            <Fragment key={group.id}>
              <tr className="group">
                <td colSpan={9}>
                  <b>{group.fresh ? t("inbox:justRead") : (group.day ?? t("inbox:unknownDay"))}</b>
                  <span>
                    {group.fresh
                      ? t("inbox:justReadText", { count: group.rows.length })
                      : t("inbox:earlier", { count: group.rows.length })}
                  </span>
                </td>
              </tr>
              {shown.map((row) => (
                <BundleLines
                  key={row.id}
                  row={row}
                  selected={row.id === selected}
                  enrolled={enrolled}
                  onSelect={onSelect}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <div className="inbox__more" ref={end}>
          <Button size="sm" variant="quiet" onClick={more}>
            {t("inbox:more", {
              count: Math.min(moreThan(most), rows.length) - most,
              left: rows.length - most,
            })}
          </Button>
        </div>
      )}
    </div>
  );
});

type LinesProps = {
  readonly row: Row;
  readonly selected: boolean;
  readonly enrolled: Enrolled;
  readonly onSelect: (id: string) => void;
};

/** Drawn again only where it is another: hundreds come in at once. */
const BundleLines = memo(function BundleLines({ row, selected, enrolled, onSelect }: LinesProps) {
  return (
    <>
      <BundleRow row={row} selected={selected} enrolled={enrolled} onSelect={() => onSelect(row.id)} />
      {row.fresh && row.report.status === "mergeable" && (
        <tr className="trial">
          <td colSpan={9}>
            <DryRun report={row.report} />
          </td>
        </tr>
      )}
    </>
  );
});
