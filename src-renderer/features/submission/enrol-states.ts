import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";

export const canSubmit = ({ enrolment, plan }: WorkspaceView): boolean =>
  enrolment === "granted" && !plan.bundled;

export const stepNames = ["key", "request", "plan", "grant"] as const;
export type StepName = (typeof stepNames)[number];

/** Which steps are behind. An expired grant begins again with a request. */
export function isDone(step: StepName, { enrolment, plan }: WorkspaceView, requested: boolean): boolean {
  switch (step) {
    case "key":
      return enrolment !== "no-key";
    case "request":
      return enrolment === "requested" || enrolment === "granted" || requested;
    case "plan":
      return !plan.bundled;
    case "grant":
      return enrolment === "granted";
  }
}
