import type { ReactNode } from "react";
import { StepNumber } from "../../components/steps.tsx";

type Props = {
  readonly no: number;
  readonly title: string;
  readonly done: boolean;
  readonly children: ReactNode;
};

/** One of the numbered questions; ticked once it is answered. */
export function Question({ no, title, done, children }: Props) {
  return (
    <section className={done ? "q is-done" : "q is-now"}>
      <StepNumber no={no} state={done ? "done" : "now"} />
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}
