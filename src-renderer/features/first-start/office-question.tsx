import { Button } from "../../components/button.tsx";
import { ChoiceCards } from "../../components/choice.tsx";
import { useT } from "../../app/language.tsx";
import { fileName } from "../../app/paths.ts";
import { FingerprintCompare } from "./fingerprint-compare.tsx";
import type { PlanSource } from "./plan-source.ts";
import { Question } from "./question.tsx";

/** `found`: a new office with a root of its own; `join`: a further PC of an office that is there. */
export type OfficeWay = "found" | "join";

type Props = {
  readonly way: OfficeWay;
  readonly source: PlanSource | null;
  readonly compared: boolean;
  readonly onWay: (way: OfficeWay) => void;
  readonly onChoose: () => void;
  readonly onCompared: (compared: boolean) => void;
};

/** The first PC of an office, or a further one: which is known by the office's plan bundle and fingerprint. */
export function OfficeQuestion({ way, source, compared, onWay, onChoose, onCompared }: Props) {
  const t = useT();
  return (
    <Question no={2} title={t("firstStart:officeWayTitle")} done={way === "found" || compared}>
      <ChoiceCards
        label={t("firstStart:officeWayTitle")}
        className="two"
        value={way}
        onChange={onWay}
        choices={[
          {
            value: "found",
            icon: "office",
            title: t("firstStart:officeFound"),
            text: t("firstStart:officeFoundText"),
          },
          {
            value: "join",
            icon: "laptop",
            title: t("firstStart:officeJoin"),
            text: source?.file == null ? t("firstStart:officeJoinText") : fileName(source.file),
          },
        ]}
      />
      {way === "join" && source?.fingerprint != null && (
        <FingerprintCompare
          fingerprint={source.fingerprint}
          compared={compared}
          onCompared={onCompared}
          action={
            <button type="button" className="link t-12" onClick={onChoose}>
              {t("firstStart:officeJoinOther")}
            </button>
          }
        />
      )}
      {way === "join" && source === null && (
        <div className="office-join">
          <Button size="sm" icon="key" onClick={onChoose}>
            {t("firstStart:officeJoinChoose")}
          </Button>
          <span className="hint">{t("firstStart:officeJoinHint")}</span>
        </div>
      )}
    </Question>
  );
}
