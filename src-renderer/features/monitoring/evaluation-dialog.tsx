import { useState } from "react";
import type { EvaluationSettings } from "#shared/evaluation/evaluation-settings.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button, IconButton } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextInput } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { Select } from "../../components/select.tsx";
import { settingsIn, typedOf, type Typed } from "./evaluation-form.ts";

type Props = { readonly settings: EvaluationSettings | null; readonly onClose: () => void };

/** 考核办法: what the office has decided, typed in; nothing is proposed. */
export function EvaluationDialog({ settings, onClose }: Props) {
  const t = useT();
  const tell = useTell();
  const { plan } = useSession();
  const [typed, setTyped] = useState(() => typedOf(plan, settings));
  const [problem, setProblem] = useState<string | null>(null);
  const store = async (next: EvaluationSettings | null): Promise<void> => {
    const reply = await callEngine("evaluation.save", { settings: next });
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    invalidate("evaluation.get");
    tell.done(t(next === null ? "evaluation:removed" : "evaluation:saved"));
    onClose();
  };
  const save = (): void => {
    const said = settingsIn(t, typed);
    if ("problem" in said) setProblem(said.problem);
    else void store(said.settings);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("evaluation:dialog")}
      size="lg"
      footer={
        <>
          {settings !== null && (
            <Button variant="danger" onClick={() => void store(null)}>
              {t("evaluation:remove")}
            </Button>
          )}
          <span className="grow" />
          <Button onClick={onClose}>{t("common:cancel")}</Button>
          <Button variant="primary" onClick={save}>
            {t("evaluation:save")}
          </Button>
        </>
      }
    >
      <div className="evaluation-form">
        <p className="muted t-13">{t("evaluation:dialogText")}</p>
        <Indicators typed={typed} onTyped={setTyped} />
        <Points typed={typed} onTyped={setTyped} />
        <Grades typed={typed} onTyped={setTyped} />
        {problem !== null && (
          <p className="hint hint--bad" role="alert">
            <Icon name="st-invalid" size={14} />
            <span>{problem}</span>
          </p>
        )}
      </div>
    </Dialog>
  );
}

type FormProps = { readonly typed: Typed; readonly onTyped: (typed: Typed) => void };

function Indicators({ typed, onTyped }: FormProps) {
  const t = useT();
  const change = (id: string, to: Partial<Typed["indicators"][number]>): void =>
    onTyped({
      ...typed,
      indicators: typed.indicators.map((each) => (each.id === id ? { ...each, ...to } : each)),
    });
  return (
    <div
      className="evaluation-form__scroll"
      tabIndex={0}
      role="region"
      aria-label={t("evaluation:indicators")}
    >
      <table className="table table--dense">
        <thead>
          <tr>
            <th scope="col">{t("evaluation:indicator")}</th>
            <th scope="col">{t("evaluation:by")}</th>
            <th scope="col">{t("evaluation:weight")}</th>
            <th scope="col">{t("evaluation:fullGrowth")}</th>
          </tr>
        </thead>
        <tbody>
          {typed.indicators.map(({ id, name, ways, by, weight, full }) => (
            <tr key={id}>
              <td>
                <span className="faint tnum">{id}</span> {name}
              </td>
              <td>
                <Select
                  size="sm"
                  label={t("evaluation:byOf", { name })}
                  value={by}
                  onChange={(way) => change(id, { by: way })}
                  options={(["none", ...ways] as const).map((way) => ({
                    value: way,
                    label: t(`evaluation:by.${way}`),
                  }))}
                />
              </td>
              <td>
                <TextInput
                  size="sm"
                  aria-label={t("evaluation:weightOf", { name })}
                  value={weight}
                  disabled={by === "none"}
                  onChange={({ target }) => change(id, { weight: target.value })}
                />
              </td>
              <td>
                <TextInput
                  size="sm"
                  aria-label={t("evaluation:fullGrowthOf", { name })}
                  value={full}
                  disabled={by !== "growth"}
                  onChange={({ target }) => change(id, { full: target.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Points({ typed, onTyped }: FormProps) {
  const t = useT();
  const { deductions } = typed;
  return (
    <>
      <div className="evaluation-form__line">
        <label>
          {t("evaluation:timelinessWeight")}
          <TextInput
            size="sm"
            value={typed.timeliness}
            onChange={({ target }) => onTyped({ ...typed, timeliness: target.value })}
          />
        </label>
        <span className="faint t-12">{t("evaluation:timelinessHint")}</span>
      </div>
      <div className="evaluation-form__line" role="group" aria-label={t("evaluation:deductions")}>
        <h3>{t("evaluation:deductions")}</h3>
        {(["returned", "late", "missing"] as const).map((what) => (
          <label key={what}>
            {t(`evaluation:each.${what}`)}
            <TextInput
              size="sm"
              value={deductions[what]}
              onChange={({ target }) =>
                onTyped({ ...typed, deductions: { ...deductions, [what]: target.value } })
              }
            />
          </label>
        ))}
      </div>
    </>
  );
}

function Grades({ typed, onTyped }: FormProps) {
  const t = useT();
  const change = (grades: Typed["grades"]): void => onTyped({ ...typed, grades });
  return (
    <div className="evaluation-form__line" role="group" aria-label={t("evaluation:grades")}>
      <h3>{t("evaluation:grades")}</h3>
      {typed.grades.map(({ name, from }, index) => {
        const no = index + 1;
        const replace = (to: Partial<Typed["grades"][number]>): void =>
          change(typed.grades.map((each, at) => (at === index ? { ...each, ...to } : each)));
        return (
          // A grade that is being typed has no other name than its place.
          <span key={no} className="row">
            <TextInput
              size="sm"
              aria-label={t("evaluation:gradeNameOf", { no })}
              placeholder={t("evaluation:gradeName")}
              value={name}
              onChange={({ target }) => replace({ name: target.value })}
            />
            <TextInput
              size="sm"
              aria-label={t("evaluation:gradePointsOf", { no })}
              placeholder={t("evaluation:gradePoints")}
              value={from}
              onChange={({ target }) => replace({ from: target.value })}
            />
            <IconButton
              icon="x"
              small
              label={t("evaluation:removeGrade", { no })}
              onClick={() => change(typed.grades.filter((_, at) => at !== index))}
            />
          </span>
        );
      })}
      {typed.grades.length < 10 && (
        <Button size="sm" icon="plus" onClick={() => change([...typed.grades, { name: "", from: "" }])}>
          {t("evaluation:addGrade")}
        </Button>
      )}
    </div>
  );
}
