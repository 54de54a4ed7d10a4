import { memberName } from "#shared/checks/member-names.ts";
import { workbookRemark } from "#shared/i18n/workbook-text.ts";
import type { WorkbookRow } from "#shared/ipc/workbook-view.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { WorkbookResultMark } from "./workbook-result.tsx";

/** Every filled cell of a workbook beside what is there. */
export function WorkbookTable({ rows }: { readonly rows: readonly WorkbookRow[] }) {
  const t = useT();
  return (
    <table className="table table--dense workbook__table">
      <thead>
        <tr>
          <th>{t("workbook:place")}</th>
          <th>{t("workbook:typed")}</th>
          <th>{t("workbook:to")}</th>
          <th>{t("workbook:before")}</th>
          <th>{t("workbook:after")}</th>
          <th>{t("workbook:result")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Line key={index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row }: { readonly row: WorkbookRow }) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const { sheet, row: number, item, member, label, typed, before, beforeBy, after, result } = row;
  const remark = workbookRemark(t, plan, row, language);
  return (
    <tr className={`workbook__line workbook__line--${result}`}>
      <td className="nowrap faint">{t("workbook:rowAt", { sheet, row: number })}</td>
      <Text text={typed} />
      <td>
        {item !== null && itemTitle(plan, item, language)}
        <span className="workbook__head">{memberName(member, language) ?? label}</span>
      </td>
      <td>
        <span className="clamp-2" title={beforeBy === null ? before : `${before}\n${beforeBy}`}>
          {before === "" ? <span className="faint">{item !== null && t("workbook:empty")}</span> : before}
        </span>
        {beforeBy !== null && <span className="workbook__head">{beforeBy}</span>}
      </td>
      {after === "" ? (
        <td className="faint nowrap">{t("workbook:notWritten")}</td>
      ) : (
        <Text text={after} isNew />
      )}
      <td className="workbook__result">
        <WorkbookResultMark result={result} />
        {remark !== "" && <span className="workbook__remark">{remark}</span>}
      </td>
    </tr>
  );
}

function Text({ text, isNew = false }: { readonly text: string; readonly isNew?: boolean }) {
  return (
    <td>
      <span className={isNew ? "clamp-2 workbook__new" : "clamp-2"} title={text}>
        {text}
      </span>
    </td>
  );
}
