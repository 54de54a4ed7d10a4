import { useT } from "../../app/language.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { useChoose } from "../../components/choose.ts";
import { ImportedFile, isUnknownPlan } from "./imported-file.tsx";
import { PlanCompare } from "./plan-compare.tsx";
import { ToldLine } from "./told-line.tsx";
import type { Import } from "./use-import.ts";

/** What the chosen files are, what verification found, and what taking them in brought. */
export function ImportPanel({ intake }: { intake: Import }) {
  const t = useT();
  const choose = useChoose();
  const { step } = intake;
  if (step.at === "idle") return null;
  if (step.at === "inspecting" || step.at === "merging") {
    return (
      <section className="card import" role="status">
        <p className="import__work">{t(`submission:${step.at}`)}</p>
      </section>
    );
  }
  if (step.at === "failed") {
    return (
      <Banner kind="invalid" action={<Close intake={intake} />}>
        {step.text}
      </Banner>
    );
  }
  const { reports } = step;
  const open = reports.filter(({ status }) => status === "mergeable" || status === "held");
  const other = (): void => void choose("plan-bundle").then((files) => intake.inspect(files));
  return (
    <section className="card import" aria-live="polite">
      <div className="card__head">
        <h2>
          {step.at === "inspected"
            ? t("submission:inspected", { count: reports.length })
            : t("submission:imported")}
        </h2>
        <span className="push" />
        <Close intake={intake} />
      </div>
      {step.at === "merged" && step.told.map((told, index) => <ToldLine key={index} told={told} />)}
      <ul className="list">
        {reports.map((report, index) => (
          <li key={index} className="import__file">
            <ImportedFile report={report} settled={step.at === "merged"} />
            {isUnknownPlan(report) && (
              <PlanCompare
                file={report.file}
                onTrusted={(file) => void intake.merge([file])}
                onOther={other}
              />
            )}
          </li>
        ))}
      </ul>
      {step.at === "inspected" && open.length > 0 && (
        <div className="card__foot row">
          <Button
            variant="primary"
            icon="inbox"
            onClick={() =>
              void intake.merge(
                reports.filter(({ status }) => status !== "duplicate").map(({ file }) => file),
              )
            }
          >
            {t("submission:import", { count: open.length })}
          </Button>
          <Button onClick={intake.close}>{t("submission:ignore")}</Button>
        </div>
      )}
    </section>
  );
}

function Close({ intake }: { intake: Import }) {
  const t = useT();
  return <IconButton icon="x" label={t("common:close")} small onClick={intake.close} />;
}
