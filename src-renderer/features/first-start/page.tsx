import { Button } from "../../components/button.tsx";
import { Digest } from "../../components/digest.tsx";
import { NextSteps, type NextStep } from "../../components/steps.tsx";
import { useT } from "../../app/language.tsx";
import type { Page } from "../../app/pages.ts";
import { navigate } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import "./first-start.css";

/** What to do next, right after a workspace was made. */
function Welcome() {
  const t = useT();
  const { workspace } = useSession();
  const isOffice = workspace.role === "office";
  const isFurther = isOffice && workspace.enrolment !== "office";
  const text = isOffice
    ? t(isFurther ? "firstStart:welcomeFurther" : "firstStart:welcomeOffice", { name: workspace.name })
    : t("firstStart:welcomeReporter", { unit: workspace.unit.name, name: workspace.name });
  return (
    <main className="main">
      <div className="page page--narrow welcome">
        <section className="card">
          <div className="card__body stack stack--4">
            <div>
              <h1 className="t-20">{t("firstStart:welcomeTitle")}</h1>
              <p className="muted">{text}</p>
            </div>
            <NextSteps steps={isFurther ? furtherSteps(t) : isOffice ? officeSteps(t) : reporterSteps(t)} />
            {isOffice && !isFurther && workspace.fingerprint !== null && (
              <Digest label={t("firstStart:fingerprint")} value={workspace.fingerprint} />
            )}
          </div>
        </section>
      </div>
    </main>
  );
}

type T = ReturnType<typeof useT>;

function reporterSteps(t: T): readonly NextStep[] {
  const actions = (
    <div className="row">
      <Button variant="primary" endIcon="arrow-r" onClick={() => navigate("entry")}>
        {t("firstStart:startEntry")}
      </Button>
      <Button onClick={() => navigate("submission")}>{t("firstStart:goEnrol")}</Button>
    </div>
  );
  return [
    { state: "done", title: t("firstStart:stepCreated") },
    { state: "now", title: t("firstStart:stepFill"), text: t("firstStart:stepFillText"), action: actions },
    { state: "todo", title: t("firstStart:stepKey"), text: t("firstStart:stepKeyText") },
    { state: "todo", title: t("firstStart:stepGrant"), text: t("firstStart:stepGrantText") },
    { state: "todo", title: t("firstStart:stepSubmit"), text: t("firstStart:stepSubmitText") },
  ];
}

function officeSteps(t: T): readonly NextStep[] {
  const toPlan = (
    <Button variant="primary" endIcon="arrow-r" onClick={() => navigate("plan")}>
      {t("shell:plan")}
    </Button>
  );
  return [
    { state: "done", title: t("firstStart:stepCreated") },
    {
      state: "now",
      title: t("firstStart:officeStepPlan"),
      text: t("firstStart:officeStepPlanText"),
      action: toPlan,
    },
    {
      state: "todo",
      title: t("firstStart:officeStepFingerprint"),
      text: t("firstStart:officeStepFingerprintText"),
    },
    { state: "todo", title: t("firstStart:officeStepEnrol"), text: t("firstStart:officeStepEnrolText") },
    { state: "todo", title: t("firstStart:officeStepReceive"), text: t("firstStart:officeStepReceiveText") },
  ];
}

/** A further PC of the office is certified like a laptop, by the first one. */
function furtherSteps(t: T): readonly NextStep[] {
  const toSettings = (
    <Button variant="primary" endIcon="arrow-r" onClick={() => navigate("settings")}>
      {t("firstStart:furtherDo")}
    </Button>
  );
  return [
    { state: "done", title: t("firstStart:stepCreated") },
    {
      state: "now",
      title: t("firstStart:furtherStepRequest"),
      text: t("firstStart:furtherStepRequestText"),
      action: toSettings,
    },
    {
      state: "todo",
      title: t("firstStart:furtherStepGrant"),
      text: t("firstStart:furtherStepGrantText"),
    },
    { state: "todo", title: t("firstStart:furtherStepWork"), text: t("firstStart:furtherStepWorkText") },
  ];
}

export const page: Page = {
  id: "welcome",
  roles: ["reporter", "office"],
  label: "firstStart:welcomeTitle",
  icon: "home",
  order: 999,
  unlisted: true,
  Component: Welcome,
};
