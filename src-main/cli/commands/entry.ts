import { describeFinding } from "#shared/checks/describe-finding.ts";
import type { Finding } from "#shared/checks/finding.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { gridView, saveEntries } from "../../engine/entry/entry.ts";
import type { Session } from "../../engine/session.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { entriesIn } from "../entries-in.ts";
import { openForCommand, periodOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { table } from "../table.ts";
import { valueOf, type Terminal } from "../terminal.ts";

interface Options {
  readonly workspace: string;
  readonly period: string;
}

export const registerEntry: RegisterCommands = (program, run) => {
  const entry = program.command("entry");
  entry
    .command("set <file>")
    .requiredOption("-w, --workspace <dir>")
    .action((file: string, options: Pick<Options, "workspace">) =>
      run(async (terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const { period, changes, author, rows } = await entriesIn(terminal, session, file);
        const changed = new Set(changes.map(({ item }) => item));
        const saved =
          changes.length === 0
            ? []
            : valueOf(saveEntries(session, period, changes, { label: "imported", author })).items;
        const findings = saved
          .filter(({ item }) => changed.has(item))
          .flatMap((view) => view.findings)
          .map((finding) => described(terminal, session, finding));
        closeSession(session);
        return {
          json: { saved: changes.length, findings, ...(rows === null ? {} : { rows }) },
          text: [
            ...(rows ?? []).map(({ message }) => `✗ ${message}`),
            terminal.t("cli:saved", { count: changes.length }),
            ...findings.map(line),
          ],
          refused: findings.some(({ tier }) => tier === "hard") || (rows ?? []).length > 0,
        };
      }),
    );
  entry
    .command("show")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--period <period>")
    .action((options: Options) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const { items } = valueOf(gridView(session, periodOf(options.period)));
        const { plan } = session;
        closeSession(session);
        return {
          json: { items },
          text: table(
            items.map(({ item, state, due }) => [
              terminal.t(`states:${state}`),
              due ? "●" : "",
              item,
              itemTitle(plan, item, terminal.language),
            ]),
          ),
        };
      }),
    );
  program
    .command("check")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--period <period>")
    .action((options: Options) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const { items } = valueOf(gridView(session, periodOf(options.period)));
        const found = items
          .flatMap(({ findings }) => findings)
          .map((finding) => described(terminal, session, finding));
        closeSession(session);
        const hard = found.filter(({ tier }) => tier === "hard");
        const soft = found.filter(({ tier }) => tier === "soft");
        const hint = found.filter(({ tier }) => tier === "hint");
        return {
          json: { hard, soft, hint },
          text: found.length === 0 ? [terminal.t("cli:noFindings")] : [...hard, ...soft, ...hint].map(line),
          refused: hard.length > 0 || soft.some(({ explained }) => !explained),
        };
      }),
    );
};

interface DescribedFinding {
  readonly item: string;
  readonly rule: string;
  readonly tier: Finding["tier"];
  readonly explained: boolean;
  readonly message: string;
}

const described = (terminal: Terminal, { plan }: Session, finding: Finding): DescribedFinding => ({
  item: finding.item,
  rule: finding.rule,
  tier: finding.tier,
  explained: finding.explained,
  message: describeFinding(plan, finding, terminal.language),
});

const line = ({ tier, item, message }: DescribedFinding): string =>
  `${tier === "hard" ? "✗" : tier === "soft" ? "△" : "·"} ${item}  ${message}`;
