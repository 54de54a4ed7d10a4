import { traceText } from "#shared/i18n/trace-text.ts";
import { traceFigure } from "../../engine/rollup/trace.ts";
import { verifyTrace } from "../../engine/rollup/verify-trace.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { openForCommand, periodOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf } from "../terminal.ts";

interface Options {
  readonly workspace: string;
  readonly period: string;
  readonly includePending?: boolean;
}

/**
 * A figure back to revisions, bundles, signatures. Every original is judged again at once: whoever asks here wants
 * proof, and has no button to press afterwards. JSON: the trace, and `verification` beside it.
 */
export const registerTrace: RegisterCommands = (program, run) => {
  program
    .command("trace <indicator>")
    .description("a figure back to revisions, bundles, signatures; per chain as T13-1/new-energy")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--period <period>")
    .option("--include-pending", "count what waits for the office too")
    .action((figure: string, options: Options) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const [indicator, chain] = splitFigure(figure);
        const request = {
          period: periodOf(options.period),
          indicator,
          ...(chain === undefined ? {} : { chain }),
          includePending: options.includePending === true,
        };
        const trace = valueOf(await traceFigure(session, request));
        const verification = valueOf(await verifyTrace(session, request, terminal.context));
        closeSession(session);
        const { plan } = session;
        const known = plan.indicators.find(({ id }) => id === indicator);
        const words = known && { t: terminal.t, language: terminal.language, plan, indicator: known };
        return {
          json: { ...trace, verification },
          text: words ? traceText(words, trace, verification) : [],
          refused: verification.bundles.some(({ holds }) => !holds),
        };
      }),
    );
};

/** `T13-1/new-energy`: the indicator, and the chain it is counted for. */
function splitFigure(figure: string): readonly [string, string?] {
  const slash = figure.indexOf("/");
  return slash < 0 ? [figure] : [figure.slice(0, slash), figure.slice(slash + 1)];
}
