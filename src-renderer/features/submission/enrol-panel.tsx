import { useState } from "react";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { NextSteps, type StepState } from "../../components/steps.tsx";
import { Written } from "../../components/written.tsx";
import { EnrolAction } from "./enrol-action.tsx";
import { EnrolRequest } from "./enrol-request.tsx";
import { EnrolState } from "./enrol-state.tsx";
import { isDone, stepNames, type StepName } from "./enrol-states.ts";
import { ReadOut } from "./read-out.tsx";

type Props = {
  readonly onImport: (files: readonly string[]) => void;
  readonly onPlan: (file: string) => void;
};

/** What is left to do before this laptop may submit. Entry, checks and printing wait for none of it. */
export function EnrolPanel({ onImport, onPlan }: Props) {
  const t = useT();
  const { workspace } = useSession();
  const [written, setWritten] = useState<string | null>(null);
  const { device, enrolment } = workspace;
  const now = stepNames.find((step) => !isDone(step, workspace, written !== null));
  const stateOf = (step: StepName): StepState =>
    isDone(step, workspace, written !== null) ? "done" : step === now ? "now" : "todo";
  const steps = stepNames.map((step) => ({
    state: stateOf(step),
    title: t(`submission:enrol.${step}`),
    text: step === now ? t(`submission:enrol.${step}Text`) : undefined,
    action: <EnrolAction step={step} onImport={onImport} onPlan={onPlan} onWritten={setWritten} />,
  }));
  const isAsked = enrolment === "requested" || written !== null;
  return (
    <div className="enrol-panel">
      <div>
        <h2>{t("submission:enrol.title")}</h2>
        <p className="hint">{t("submission:enrol.text")}</p>
      </div>
      <EnrolState workspace={workspace} />
      <NextSteps steps={steps} />
      {written !== null && (
        <Written
          title={t("submission:enrol.requestDone")}
          text={t("submission:enrol.requestDoneText")}
          file={written}
        />
      )}
      {device !== null && enrolment !== "granted" && (
        <section className="stack">
          <h2>{t("submission:enrol.device")}</h2>
          <p className="hint">{t("submission:enrol.deviceText")}</p>
          <ReadOut label={t("submission:enrol.device")} groups={hexGroups(device)} />
        </section>
      )}
      {isAsked && enrolment !== "granted" && <EnrolRequest again onWritten={setWritten} />}
    </div>
  );
}
