import { readFileSync } from "node:fs";
import { appError } from "#shared/errors.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { changeWords } from "#shared/i18n/plan-change-text.ts";
import type { PlanOutcome } from "#shared/ipc/plan-view.ts";
import { periodLabel } from "#shared/plan/calendar.ts";
import { shapeErrors } from "#shared/plan/check-shape.ts";
import { planEditsSchema } from "#shared/plan/plan-edit.ts";
import { describePlanError, type PlanError } from "#shared/plan/plan-error.ts";
import { loadPlan, revise } from "../../engine/plan/revise-plan.ts";
import type { Session } from "../../engine/session.ts";
import type { Answer } from "../../engine/types.ts";
import { publishPlan } from "../../engine/plan/publish-plan.ts";
import { workspaceView } from "../../engine/workspace/workspace-view.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { fileFailure } from "../../engine/file-failures.ts";
import { openForCommand, openUnlocked } from "../open.ts";
import { CommandFailure, type Outcome } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import { movedTo } from "../written-file.ts";
import { table } from "../table.ts";
import { valueOf, type Terminal } from "../terminal.ts";

export const registerPlan: RegisterCommands = (program, run) => {
  const plan = program.command("plan");
  plan.command("check <file>").action((file: string) => run((terminal) => checkPlanFile(terminal, file)));
  plan
    .command("publish")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--out <file>")
    .action((options: { workspace: string; out: string }) =>
      run(async (terminal) => {
        const session = await openUnlocked(terminal, options.workspace);
        const { file, digest } = await movedTo(options.out, async (dir) =>
          valueOf(await publishPlan(session, dir)),
        );
        const { fingerprint } = workspaceView(session);
        closeSession(session);
        return {
          json: { file, digest },
          text: [
            terminal.t("cli:written", { file }),
            terminal.t("cli:digest", { digest }),
            fingerprint ?? "",
          ],
        };
      }),
    );
  plan
    .command("revise <changes>")
    .requiredOption("-w, --workspace <dir>")
    .action((file: string, options: { workspace: string }) =>
      run((terminal) => {
        const json = readJson(file);
        const edits = planEditsSchema.safeParse(json);
        if (!edits.success) return refused(terminal, shapeErrors(json, edits.error.issues));
        return newVersion(terminal, options.workspace, (session) =>
          revise(session, edits.data, { trial: false }),
        );
      }),
    );
  plan
    .command("load <file>")
    .requiredOption("-w, --workspace <dir>")
    .action((file: string, options: { workspace: string }) =>
      run((terminal) => newVersion(terminal, options.workspace, (session) => loadPlan(session, file))),
    );
};

/** A version that is in use from now on, with what it changes, or everything that is wrong with it. */
function newVersion(
  terminal: Terminal,
  dir: string,
  make: (session: Session) => Answer<PlanOutcome>,
): Outcome {
  const session = openForCommand(terminal, dir);
  const made = make(session);
  const { plan } = session;
  closeSession(session);
  const outcome = valueOf(made);
  if (outcome.status === "refused") return refused(terminal, outcome.errors);
  const { t, language } = terminal;
  const { version, digest, changes } = outcome;
  const words = changes.map((change) =>
    changeWords(t, change, (period) => periodLabel(plan, period, language)),
  );
  return {
    json: { ok: true, version, digest, changes, errors: [] },
    text: [
      t("cli:planTaken", { version, count: changes.length }),
      ...table(words.map(({ part, name, what }) => [part, name, what])),
      t("cli:planPublishNext"),
    ],
  };
}

function refused({ language }: Terminal, found: readonly PlanError[]) {
  const errors = found.map((error) => ({ ...error, message: describePlanError(error, language) }));
  return { json: { ok: false, errors }, text: errors.map(({ message }) => message), refused: true };
}

function checkPlanFile(terminal: Terminal, file: string) {
  const parsed = parsePlan(readJson(file));
  if (parsed.ok) {
    const { tasks, indicators } = parsed.value;
    return {
      json: { ok: true, tasks: tasks.length, indicators: indicators.length, errors: [] },
      text: [terminal.t("cli:planOk", { tasks: tasks.length, indicators: indicators.length })],
    };
  }
  const outcome = refused(terminal, parsed.error);
  return { ...outcome, json: { tasks: 0, indicators: 0, ...outcome.json } };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/u, ""));
  } catch (error) {
    throw new CommandFailure(fileFailure(error, file) ?? appError("invalid-plan", { path: file }));
  }
}
