import { Fragment, useState } from "react";
import { useT } from "../../app/language.tsx";
import { LineMembers } from "./line-members.tsx";
import { LineRow } from "./line-row.tsx";
import { submitReasons, type SubmitLine } from "./submit-lines.ts";

/** 重报, 更正, 首报: each item with what stood before and what goes out now. */
export function LineTable({ lines }: { lines: readonly SubmitLine[] }) {
  const t = useT();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (item: string): void =>
    setOpen(new Set(open.has(item) ? [...open].filter((other) => other !== item) : [...open, item]));
  return (
    <div className="card lines">
      <table className="table table--dense">
        <colgroup>
          <col />
          <col className="c-unit" />
          <col className="c-before" />
          <col className="c-now" />
          <col className="c-change" />
          <col className="c-checks" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t("submission:item")}</th>
            <th scope="col">{t("submission:unit")}</th>
            <th scope="col" className="num">
              {t("submission:before")}
            </th>
            <th scope="col" className="num">
              {t("submission:now")}
            </th>
            <th scope="col" className="num">
              {t("submission:change")}
            </th>
            <th scope="col">{t("submission:checks")}</th>
          </tr>
        </thead>
        {submitReasons.map((reason) => {
          const own = lines.filter((line) => line.reason === reason);
          if (own.length === 0) return null;
          return (
            <tbody key={reason}>
              <tr className="gh">
                <th scope="rowgroup" colSpan={6}>
                  <b>{t(`submission:reason.${reason}`)}</b>
                  <span>{t(`submission:against.${reason}`, { count: own.length })}</span>
                </th>
              </tr>
              {own.map((line) => (
                <Fragment key={line.item}>
                  <LineRow line={line} open={open.has(line.item)} onToggle={() => toggle(line.item)} />
                  {open.has(line.item) && (
                    <tr className="members">
                      <td colSpan={6}>
                        <LineMembers line={line} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
