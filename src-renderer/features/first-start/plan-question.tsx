import { Button } from "../../components/button.tsx";
import { ChoiceCards } from "../../components/choice.tsx";
import { useT } from "../../app/language.tsx";
import { fileName } from "../../app/paths.ts";
import { FingerprintCompare } from "./fingerprint-compare.tsx";
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
        <FingerprintCompare
          fingerprint={source.fingerprint}
          compared={compared}
          onCompared={onCompared}
          action={
            <Button variant="quiet" size="sm" icon="folder" onClick={onBundle}>
              {t("firstStart:otherBundle")}
            </Button>
          }
        />
      )}
    </Question>
  );
}
