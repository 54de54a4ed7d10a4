import { recordAndHandOut } from "../../engine/entry/record-entries.ts";
import { sealSubmission } from "../../engine/submission/seal.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { submissionPreview } from "../../engine/submission/submission.ts";
import { openUnlocked, periodOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf } from "../terminal.ts";

interface Options {
  readonly workspace: string;
  readonly period: string;
  readonly filler: string;
  readonly reviewer: string;
  readonly head: string;
  readonly out: string;
  readonly plain?: boolean;
}

export const registerSubmit: RegisterCommands = (program, run) => {
  program
    .command("submit")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--period <period>")
    .requiredOption("--filler <name>")
    .requiredOption("--reviewer <name>")
    .requiredOption("--head <name>")
    .requiredOption("--out <dir>")
    .option("--plain", "leave the bundle unencrypted")
    .action((options: Options) =>
      run(async (terminal) => {
        const session = await openUnlocked(terminal, options.workspace);
        const period = periodOf(options.period);
        const { excluded } = valueOf(submissionPreview(session, period));
        const sealed = valueOf(
          await (session.role === "office" ? recordAndHandOut : sealSubmission)(session, {
            period,
            filler: options.filler,
            reviewer: options.reviewer,
            head: options.head,
            dir: options.out,
            encrypt: options.plain !== true,
          }),
        );
        closeSession(session);
        const { file, digest, sequence, revisions, checkCode } = sealed;
        const refused = excluded.filter(({ state }) => state !== "empty");
        return {
          json: { file, digest, sequence, revisions, checkCode, excluded },
          text: [
            terminal.t("cli:submitted", { sequence, revisions }),
            terminal.t("cli:written", { file }),
            terminal.t("cli:digest", { digest }),
            ...excluded.map(({ item, state }) => `${terminal.t(`states:${state}`)}  ${item}`),
          ],
          refused: refused.length > 0,
        };
      }),
    );
};
