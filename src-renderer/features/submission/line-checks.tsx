import { useDescribeFinding } from "../../app/findings.ts";
import { useT } from "../../app/language.tsx";
import { Icon } from "../../components/icon.tsx";
import type { SubmitLine } from "./submit-lines.ts";

/** Passed, explained with the explanation, or a hint that asks nothing. */
export function LineChecks({ line }: { line: SubmitLine }) {
  const t = useT();
  const describe = useDescribeFinding();
  const soft = line.findings.filter(({ tier }) => tier === "soft");
  const hints = line.findings.filter(({ tier }) => tier === "hint");
  const said = [...soft, ...hints].map(describe).join(t("common:sentenceSeparator"));
  if (soft.length > 0) {
    return (
      <span className="line-checks" title={said}>
        <span className="state state--warned">
          <Icon name="st-warned" size={14} />
          {t("states:explained")}
        </span>
        <span className="truncate">{line.explanation}</span>
      </span>
    );
  }
  if (hints.length > 0) {
    return (
      <span className="line-checks" title={said}>
        <span className="state state--sealed">
          <Icon name="info" size={14} />
          {t("submission:hint")}
        </span>
        <span className="truncate">{said}</span>
      </span>
    );
  }
  return (
    <span className="state state--accepted">
      <Icon name="check" size={14} />
      {t("states:passed")}
    </span>
  );
}
