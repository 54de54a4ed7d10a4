import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type StepState = "done" | "now" | "todo";

export function StepNumber({ no, state }: { no: number; state: StepState }) {
  return <span className="step__no">{state === "done" ? <Icon name="check" /> : no}</span>;
}

/** Where one is on a way of several steps; `now` counts from 0, beyond the last all are done. */
export function Stepper({ steps, now }: { steps: readonly string[]; now: number }) {
  return (
    <ol className="stepper">
      {steps.map((step, index) => {
        const state = index < now ? "done" : index === now ? "now" : "todo";
        return (
          <li key={step} className={`step is-${state}`} aria-current={state === "now" ? "step" : undefined}>
            {index > 0 && <span className="stepper__line" />}
            <StepNumber no={index + 1} state={state} />
            {step}
          </li>
        );
      })}
    </ol>
  );
}

export type NextStep = {
  readonly state: StepState;
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
};

/** What comes next, from top to bottom; only the step that is due has its button. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  return (
    <ol className="next">
      {steps.map(({ state, title, text, action }, index) => (
        <li key={title} className={`is-${state}`}>
          <StepNumber no={index + 1} state={state} />
          <div className="grow">
            <b>{title}</b>
            {text !== undefined && <p>{text}</p>}
            {state === "now" && action}
          </div>
        </li>
      ))}
    </ol>
  );
}
