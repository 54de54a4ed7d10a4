import type { Figure } from "#shared/rollup/types.ts";
import { describeReason } from "#shared/rollup/describe-reason.ts";
import { rollUpPeriod } from "../../engine/rollup/rollup.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { openForCommand, periodOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { table } from "../table.ts";
import { valueOf } from "../terminal.ts";

export const registerRollup: RegisterCommands = (program, run) => {
  program
    .command("rollup")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--period <period>")
    .option("--include-pending", "count what waits for the office too")
    .action((options: { workspace: string; period: string; includePending?: boolean }) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const result = valueOf(
          rollUpPeriod(session, periodOf(options.period), options.includePending === true),
        );
        closeSession(session);
        const names = new Map(session.plan.indicators.map(({ id, name }) => [id, name]));
        const chains = new Map(session.plan.chains.map(({ id, name }) => [id, name]));
        return {
          json: result,
          text: table([
            [
              terminal.t("cli:indicator"),
              "",
              terminal.t("cli:figure"),
              terminal.t("cli:target"),
              terminal.t("cli:completion"),
              terminal.t("cli:reported"),
              terminal.t("cli:light"),
            ],
            ...result.indicators.map((figure) => [
              figure.id,
              [names.get(figure.id) ?? "", chains.get(figure.chain ?? "") ?? ""].filter(Boolean).join(" · "),
              `${figure.display} ${figure.value === null ? "" : figure.unit}`.trimEnd(),
              figure.target ?? "—",
              figure.completion === null ? "—" : `${figure.completion}%`,
              `${figure.units.reported}/${figure.units.expected}`,
              `${terminal.t(`lights:${figure.light}`)} ${describeReason(figure.reason, terminal.language)}${pending(figure)}`,
            ]),
          ]),
        };
      }),
    );
};

const pending = ({ units }: Figure): string =>
  units.pending.length > 0 ? ` (+${units.pending.length})` : "";
