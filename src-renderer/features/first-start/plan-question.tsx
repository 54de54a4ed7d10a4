import { Checkbox } from "../../components/checkbox.tsx";
import { ChoiceCards } from "../../components/choice.tsx";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { fileName } from "../../app/paths.ts";
import type { PlanSource } from "./plan-source.ts";
import { Question } from "./question.tsx";

type Props = {
  readonly source: PlanSource | null;
  readonly compared: boolean;
  readonly onBundle: () => void;
  readonly onBuiltIn: () => void;
  readonly onCompared: (compared: boolean) => void;
};

/** The office's bundle, whose fingerprint a person compares by telephone, or the plan in the program. */
export function PlanQuestion({ source, compared, onBundle, onBuiltIn, onCompared }: Props) {
  const t = useT();
  const isBundle = source !== null && source.file !== null;
  return (
    <Question no={2} title={t("firstStart:planTitle")} done={source !== null && (!isBundle || compared)}>
      <ChoiceCards
        label={t("firstStart:planTitle")}
        className="two"
        value={source === null ? null : isBundle ? "bundle" : "built-in"}
        onChange={(value) => (value === "bundle" ? onBundle() : onBuiltIn())}
        choices={[
          {
            value: "bundle",
            icon: "key",
            title: t("firstStart:planBundle"),
            text: source?.file == null ? t("firstStart:planBundleText") : fileName(source.file),
          },
          {
            value: "built-in",
            icon: "plan",
            title: t("firstStart:planBuiltIn"),
            text: t("firstStart:planBuiltInText"),
          },
        ]}
      />
      {source?.fingerprint != null && (
        <div className="fp">
          <div className="fp__text">
            <b>{t("firstStart:compareTitle")}</b>
            <span className="muted t-12">{t("firstStart:compareText")}</span>
            <span className="fp__check">
              <Checkbox checked={compared} onChange={onCompared}>
                {t("firstStart:compared")}
              </Checkbox>
            </span>
          </div>
          <div className="fp__grid mono">
            {hexGroups(source.fingerprint).map((group, index) => (
              <span key={index}>{group}</span>
            ))}
          </div>
        </div>
      )}
    </Question>
  );
}
