import type { ReactNode } from "react";
import { describeFinding } from "#shared/checks/describe-finding.ts";
import type { Finding } from "#shared/checks/finding.ts";
import type { ReviewItem } from "#shared/ipc/views.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { isProblem } from "./review-list.ts";
import { Icon, type IconName } from "../../components/icon.tsx";

type Decision = NonNullable<ReviewItem["decision"]>;

const decisionLooks: Readonly<Record<string, { readonly state: string; readonly icon: IconName }>> = {
  returned: { state: "returned", icon: "st-returned" },
  accepted: { state: "accepted", icon: "st-accepted" },
  closed: { state: "accepted", icon: "flag" },
  verified: { state: "accepted", icon: "stamp" },
};

/** What was said about this item: the office's last decision, what the checks found, how the county explains it. */
export function Talk({ item }: { item: ReviewItem }) {
  const t = useT();
  const explanation = explanationOf(item);
  const head = item.heads[0];
  // Where PCs of the office judged apart, what each of them said.
  const decisions = item.decision === null ? item.undecided : [item.decision];
  if (decisions.length === 0 && item.findings.length === 0) {
    return head === undefined ? null : <p className="hint">{t("review:nothingFound")}</p>;
  }
  return (
    <ol className="talk">
      {decisions.map((decision, index) => (
        <DecisionLine key={index} decision={decision} isStruckOff={isProblem(item)} />
      ))}
      {item.findings.map((finding, index) => (
        <FindingLine key={`${finding.rule}-${index}`} finding={finding} />
      ))}
      {explanation !== null && head !== undefined && (
        <Line state="resubmitted" icon="note" word={t("review:explanation")} who={head.author} at={head.at}>
          {explanation}
        </Line>
      )}
    </ol>
  );
}

function DecisionLine({ decision, isStruckOff }: { decision: Decision; isStruckOff: boolean }) {
  const t = useT();
  const look = decisionLooks[decision.outcome] ?? { state: "sealed", icon: "review" as const };
  const words: Readonly<Record<string, string>> = {
    returned: t("review:returnedBefore"),
    accepted: t("review:acceptedBefore"),
    closed: t(isStruckOff ? "review:struckOffBefore" : "review:closedBefore"),
    verified: t("review:verifiedBefore"),
  };
  const word = words[decision.outcome] ?? decision.outcome;
  return (
    <Line {...look} word={word} who={decision.by} at={decision.at}>
      {decision.comment ?? ""}
    </Line>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const looks = {
    hard: { state: "invalid", icon: "st-invalid" },
    soft: { state: "warned", icon: "st-warned" },
    hint: { state: "na", icon: "info" },
  } as const;
  return (
    <Line {...looks[finding.tier]} word={t(`review:${finding.tier}`)} who={t("review:automatic")} at={null}>
      {describeFinding(plan, finding, language)}
    </Line>
  );
}

type LineProps = {
  readonly state: string;
  readonly icon: IconName;
  readonly word: string;
  readonly who: string;
  readonly at: string | null;
  readonly children: ReactNode;
};

function Line({ state, icon, word, who, at, children }: LineProps) {
  const t = useT();
  const formats = useFormats();
  return (
    <li>
      <span className={`state state--${state}`}>
        <Icon name={icon} size={14} />
        {word}
      </span>
      <p>{children}</p>
      <small>{at === null ? who : t("review:byAt", { by: who, at: formats.day(at) })}</small>
    </li>
  );
}

/** The note of an indicator, the reason of a task or row: what explains soft findings. */
function explanationOf({ heads, findings }: ReviewItem): string | null {
  const body = heads[0]?.body;
  if (body === undefined || !findings.some(({ tier }) => tier === "soft")) return null;
  if ("note" in body && body.note !== undefined) return body.note;
  return "reason" in body && body.reason !== undefined ? body.reason : null;
}
