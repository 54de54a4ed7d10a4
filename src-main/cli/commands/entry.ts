import { readFileSync } from "node:fs";
import { appError } from "#shared/errors.ts";
import { describeFinding } from "#shared/checks/describe-finding.ts";
import type { Finding } from "#shared/checks/finding.ts";
import { entriesFileSchema, entriesToDrafts, type EntriesFile } from "#shared/entries/entries-file.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { gridView, saveEntries } from "../../engine/entry.ts";
import { fileFailure } from "../../engine/file-failures.ts";
import type { Session } from "../../engine/session.ts";
import { closeSession } from "../../engine/workspace.ts";
import { openForCommand, periodOf } from "../open.ts";
import { CommandFailure } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import { table } from "../table.ts";
import { valueOf, wrongUsage, type Terminal } from "../terminal.ts";

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
      run((terminal) => {
        const entries = readEntries(file);
        const session = openForCommand(terminal, options.workspace);
        const changes = entriesToDrafts(entries);
        const changed = new Set(changes.map(({ item }) => item));
        const twice = changes.find(
          ({ item }, index) => changes.findIndex((each) => each.item === item) < index,
        );
        if (twice) throw wrongUsage(`${file}: ${twice.item}`);
        const saved = valueOf(saveEntries(session, entries.period, changes, "imported"));
        const findings = saved.items
          .filter(({ item }) => changed.has(item))
          .flatMap((view) => view.findings)
          .map((finding) => described(terminal, session, finding));
        closeSession(session);
        return {
          json: { saved: changes.length, findings },
          text: [terminal.t("cli:saved", { count: changes.length }), ...findings.map(line)],
          refused: findings.some(({ tier }) => tier === "hard"),
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

function readEntries(file: string): EntriesFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CommandFailure(
      fileFailure(error, file) ?? appError("invalid-input", { where: `${file}: JSON` }),
    );
  }
  const entries = entriesFileSchema.safeParse(parsed);
  if (entries.success) return entries.data;
  const where = entries.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).slice(0, 5);
  throw new CommandFailure(appError("invalid-input", { where: `${file}: ${where.join("; ")}` }));
}
