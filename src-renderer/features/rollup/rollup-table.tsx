import { Fragment, useState } from "react";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Icon } from "../../components/icon.tsx";
import { IndicatorRows } from "./indicator-rows.tsx";
import type { Figure, SectionRows } from "./rollup-rows.ts";
import type { OnTrace } from "./trace-button.tsx";

type Props = {
  readonly sections: readonly SectionRows[];
  readonly includePending: boolean;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onTrace: OnTrace;
  readonly onPublish: (figure: Figure) => void;
};

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  new Set(set.has(key) ? [...set].filter((other) => other !== key) : [...set, key]);

/** Indicators by section with figure, target, completion, light, and how many units are in it. */
export function RollupTable({ sections, includePending, selected, onSelect, onTrace, onPublish }: Props) {
  const t = useT();
  const { plan } = useSession();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const hasPublished = sections.some(({ rows }) =>
    rows.some(({ figure, chains }) => [figure, ...chains].some((shown) => shown?.published !== undefined)),
  );
  const columns = hasPublished ? 8 : 7;
  return (
    <div className="rollgrid-wrap" tabIndex={0} role="region" aria-label={t("rollup:title")}>
      <table className="rollgrid">
        <colgroup>
          <col />
          <col className="c-value" />
          {hasPublished && <col className="c-published" />}
          <col className="c-target" />
          <col className="c-completion" />
          <col className="c-light" />
          <col className="c-units" />
          <col className="c-open" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t("rollup:indicator")}</th>
            <th scope="col" className="num is-now">
              {t("rollup:value")}
              <small>{t(includePending ? "rollup:valuePending" : "rollup:valueAccepted")}</small>
            </th>
            {hasPublished && (
              <th scope="col" className="num">
                {t("rollup:published")}
                <small>{t("rollup:publishedSub")}</small>
              </th>
            )}
            <th scope="col">
              {t("rollup:targetYear", { year: plan.document.endYear })}
              <small>{t("rollup:targetSub")}</small>
            </th>
            <th scope="col">
              {t("rollup:completion")}
              <small>{t("rollup:completionSub")}</small>
            </th>
            <th scope="col">{t("rollup:light")}</th>
            <th scope="col" className="ctr">
              {t("rollup:units")}
              <small>{t("rollup:unitsSub")}</small>
            </th>
            <th scope="col">{t("rollup:open")}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ id, name, rows }) => (
            <Fragment key={id}>
              <tr className="section">
                <th colSpan={columns} scope="rowgroup">
                  <button
                    type="button"
                    aria-expanded={!folded.has(id)}
                    onClick={() => setFolded(toggled(folded, id))}
                  >
                    <Icon name="chev-d" size={14} />
                    {name}
                  </button>
                  <small>{t("rollup:items", { count: rows.length })}</small>
                </th>
              </tr>
              {!folded.has(id) &&
                rows.map((row) => (
                  <IndicatorRows
                    key={row.indicator.id}
                    row={row}
                    open={unfolded.has(row.indicator.id)}
                    onToggle={() => setUnfolded(toggled(unfolded, row.indicator.id))}
                    columns={columns}
                    hasPublished={hasPublished}
                    selected={selected}
                    onSelect={onSelect}
                    onTrace={onTrace}
                    onPublish={onPublish}
                  />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
