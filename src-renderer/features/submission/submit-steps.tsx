import { useT } from "../../app/language.tsx";
import { Stepper } from "../../components/steps.tsx";

/** Where the submission is on its way; `now` 4: all done. */
export function SubmitSteps({ now }: { now: number }) {
  const t = useT();
  const steps = [
    t("submission:step.check"),
    t("submission:step.sign"),
    t("submission:step.write"),
    t("submission:step.deliver"),
  ];
  return <Stepper steps={steps} now={now} />;
}
