import { readFileSync } from "node:fs";
import { appError } from "#shared/errors.ts";
import { parsePlan } from "#shared/plan/check-plan.ts";
import { describePlanError } from "#shared/plan/plan-error.ts";
import { publishPlan } from "../../engine/publish-plan.ts";
import { workspaceView } from "../../engine/workspace-view.ts";
import { closeSession } from "../../engine/workspace.ts";
import { fileFailure } from "../../engine/file-failures.ts";
import { openUnlocked } from "../open.ts";
import { CommandFailure } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import { movedTo } from "../written-file.ts";
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
};

function checkPlanFile(terminal: Terminal, file: string) {
  const parsed = parsePlan(readJson(file));
  if (parsed.ok) {
    const { tasks, indicators } = parsed.value;
    return {
      json: { ok: true, tasks: tasks.length, indicators: indicators.length, errors: [] },
      text: [terminal.t("cli:planOk", { tasks: tasks.length, indicators: indicators.length })],
    };
  }
  const errors = parsed.error.map((error) => ({
    ...error,
    message: describePlanError(error, terminal.language),
  }));
  return {
    json: { ok: false, tasks: 0, indicators: 0, errors },
    text: errors.map(({ message }) => message),
    refused: true,
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CommandFailure(fileFailure(error, file) ?? appError("invalid-plan", { path: file }));
  }
}
