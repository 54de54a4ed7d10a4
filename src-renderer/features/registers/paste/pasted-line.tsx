import type { Register } from "#shared/plan/schema.ts";
import { useDescribeFinding } from "../../../app/findings.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { PasteOutcome } from "../../../components/paste-outcome.tsx";
import { spacedKey } from "../key-problem.ts";
import { changeWords, rowSentence } from "./row-words.ts";
import type { RowResult } from "./use-row-paste.ts";

type Props = { readonly register: Register; readonly result: RowResult };

/** One row of the pasted table: what it is, what it would write, what becomes of it and why. */
export function PastedLine({ register, result: { row, outcome, finding, ended } }: Props) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const describe = useDescribeFinding({ here: true });
  const why = (): string => {
    if (row.problems.length === 0 && finding !== undefined) return describe(finding);
    return ended === null
      ? rowSentence(t, register, row)
      : t("registerPaste:restores", { period: formats.period(ended) });
  };
  const words = row.draft === null ? "" : changeWords(t, plan, register, row.changes);
  const isKeyWrong = row.key !== "" && row.problems.some(({ kind }) => kind === "key");
  return (
    <div className={`paste__line paste__line--${outcome}`} role="row">
      <span role="cell" className="num faint">
        {row.no}
      </span>
      <span role="cell" className="truncate strong" title={row.name}>
        {row.name === "" ? <span className="faint">{t("entry:notWritten")}</span> : row.name}
      </span>
      <span role="cell" className={isKeyWrong ? "mono truncate paste__wrong" : "mono truncate"}>
        {row.key === "" ? (
          <span className="faint">{t("entry:notWritten")}</span>
        ) : (
          spacedKey(register, row.key)
        )}
      </span>
      <span role="cell" className="truncate muted" title={words}>
        {row.draft === null ? <span className="faint">{t("paste:notWritten")}</span> : words}
      </span>
      <span role="cell" className="paste__result">
        <PasteOutcome look={outcome}>{t(`registerPaste:outcome.${outcome}`)}</PasteOutcome>
        <span className="paste__why muted">{why()}</span>
      </span>
    </div>
  );
}
