import type { Translate } from "#shared/i18n/words.ts";
import { decimalOf, percent, ratio } from "#shared/rollup/decimal.ts";
import { formatDecimal } from "#shared/rollup/format-decimal.ts";
import { groupFigure } from "../../../app/figures.ts";
import { useDescribeFinding } from "../../../app/findings.ts";
import { useT } from "../../../app/language.tsx";
import { Icon } from "../../../components/icon.tsx";
import { PasteOutcome } from "../../../components/paste-outcome.tsx";
import { cellChoices } from "../grid/cell-menu.tsx";
import type { ItemRow } from "../grid/rows.ts";
import type { PasteResult } from "./paste-result.ts";

export function PasteLineRow({ result }: { result: PasteResult }) {
  const t = useT();
  const describe = useDescribeFinding({ here: true });
  const { line, row, outcome, finding } = result;
  const { target, write, part } = line;
  const isText = part === "text" || target?.kind === "status" || target?.kind === "yes-no";
  const why = finding === undefined ? reasonOf(t, result) : describe(finding);
  const change = isText || write === null ? "" : changeText(write, target?.known ?? null);
  return (
    <div className={`paste__line paste__line--${outcome}`} role="row">
      <span role="cell" className="num faint">
        {line.no}
      </span>
      <span role="cell" className={isText ? "truncate" : "num truncate"} title={line.source}>
        {line.source}
      </span>
      <span role="cell" className="paste__arrow">
        <Icon name="arrow-r" size={14} />
      </span>
      <span
        role="cell"
        className={nestedLook(row)}
        title={row === undefined ? undefined : nameOf(t, row, part)}
      >
        {row === undefined ? <span className="faint">{t("paste:nowhere")}</span> : nameOf(t, row, part)}
      </span>
      <span role="cell" className={isText ? "truncate muted" : "num muted"}>
        {currentText(t, result)}
      </span>
      <span role="cell" className={isText ? "truncate strong" : "num strong"}>
        {write === null ? <span className="faint">{t("paste:notWritten")}</span> : shown(t, row, write, part)}
      </span>
      <span role="cell" className="num muted">
        {change}
      </span>
      <span role="cell" className="paste__result">
        <PasteOutcome look={outcome}>{t(`paste:outcome.${outcome}`)}</PasteOutcome>
        <span className="truncate muted" title={why}>
          {why}
        </span>
      </span>
    </div>
  );
}

const nestedLook = (row: ItemRow | undefined): string =>
  row?.kind === "indicator" && row.nested ? "truncate paste__nested" : "truncate";

function nameOf(t: Translate, row: ItemRow, part: "value" | "text"): string {
  if (part === "text") return t("paste:textOf", { name: row.asked.title });
  if (row.kind !== "indicator" || row.first) return row.asked.title;
  return row.input?.name ?? row.asked.title;
}

function shown(t: Translate, row: ItemRow | undefined, value: string, part: "value" | "text"): string {
  if (part === "text" || row === undefined) return value;
  const choices = cellChoices(t, row)?.choices;
  if (choices !== undefined) return choices.find((choice) => choice.value === value)?.label ?? value;
  const isAmount = row.kind === "indicator" && row.input?.kind === "amount";
  return groupFigure(value, isAmount ? 2 : 0);
}

function currentText(t: Translate, { line, row }: PasteResult): string {
  const { target, part } = line;
  if (target === null || target.kind === "computed" || target.kind === "register") return "";
  if (part === "text") return target.text === "" ? t("entry:notWritten") : (target.text ?? "");
  if (target.answered !== null)
    return t(target.answered === "no-data" ? "entry:answerNoData" : "entry:answerNotApplicable");
  return target.current === "" ? t("states:empty") : shown(t, row, target.current, part);
}

function changeText(write: string, known: string | null): string {
  const [now, before] = [decimalOf(write), decimalOf(known)];
  const factor = now === null || before === null ? null : ratio(now, before);
  if (factor === null) return "";
  const change = percent(factor.minus(1));
  const text = formatDecimal(change, 1).replace("-", "−");
  return change.isNegative() ? text : `+${text}`;
}

function reasonOf(t: Translate, { line, row, outcome }: PasteResult): string {
  const { skip, target } = line;
  if (skip === null) return row?.view.state === "returned" ? t("paste:returned") : "";
  if (outcome === "locked") return t(`paste:locked.${target?.locked ?? "period"}`);
  return skip === "locked" ? "" : t(`paste:skip.${skip}`);
}
