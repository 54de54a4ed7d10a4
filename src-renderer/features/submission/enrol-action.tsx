import { useState } from "react";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { NewKeyForm } from "../../components/new-key-form.tsx";
import { EnrolRequest } from "./enrol-request.tsx";
import type { StepName } from "./enrol-states.ts";
import { PlanCompare } from "./plan-compare.tsx";

type Props = {
  readonly step: StepName;
  readonly onImport: (files: readonly string[]) => void;
  readonly onPlan: (file: string) => void;
  readonly onWritten: (file: string) => void;
};

/** What the step that is due asks for. */
export function EnrolAction({ step, onImport, onPlan, onWritten }: Props) {
  const t = useT();
  const choose = useChoose();
  switch (step) {
    case "key":
      return (
        <NewKeyForm
          className="stack stack--3 enrol-form"
          fields="stack stack--3"
          action={t("submission:enrol.keyDo")}
          done={t("submission:enrol.keyDone")}
        />
      );
    case "request":
      return <EnrolRequest again={false} onWritten={onWritten} />;
    case "plan":
      return <PlanChoice onPlan={onPlan} />;
    case "grant":
      return (
        <Button variant="primary" icon="inbox" onClick={() => void choose("bundles").then(onImport)}>
          {t("submission:enrol.grantDo")}
        </Button>
      );
  }
}

function PlanChoice({ onPlan }: { onPlan: (file: string) => void }) {
  const t = useT();
  const choose = useChoose();
  const [file, setFile] = useState<string | null>(null);
  const pick = async (): Promise<void> => setFile((await choose("plan-bundle"))[0] ?? file);
  return file === null ? (
    <Button variant="primary" icon="plan" onClick={() => void pick()}>
      {t("submission:enrol.planDo")}
    </Button>
  ) : (
    <PlanCompare file={file} onTrusted={onPlan} onOther={() => void pick()} />
  );
}
