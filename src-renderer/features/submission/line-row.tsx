import { useT } from "../../app/language.tsx";
import { Icon } from "../../components/icon.tsx";
import { LineChecks } from "./line-checks.tsx";
import type { SubmitLine } from "./submit-lines.ts";

type Props = { readonly line: SubmitLine; readonly open: boolean; readonly onToggle: () => void };

/** One item; its name opens everything it says. */
export function LineRow({ line, open, onToggle }: Props) {
  const t = useT();
  const { title, mark, unit, before, now, change, isText, isWord, isMarked } = line;
  return (
    <tr>
      <td>
        <button
          type="button"
          className="line-name"
          aria-expanded={open}
          aria-label={t("submission:showMembers", { title: `${mark} ${title}`.trim() })}
          title={`${mark} ${title}`.trim()}
          onClick={onToggle}
        >
          <Icon name={open ? "chev-d" : "chev-r"} size={14} />
          {isMarked && mark !== "" && <span className="faint nowrap">{mark}</span>}
          <span className="truncate">{title}</span>
        </button>
      </td>
      {isText ? (
        <td colSpan={3} className="line-text" title={now}>
          {now}
        </td>
      ) : (
        <>
          <td className="faint t-12">{unit}</td>
          <td className={isWord ? "num faint line-word" : "num faint"} title={before}>
            {before}
          </td>
          <td className={isWord ? "num strong line-word" : "num strong"} title={now}>
            {now}
          </td>
        </>
      )}
      <td className="num muted">{change}</td>
      <td>
        <LineChecks line={line} />
      </td>
    </tr>
  );
}
