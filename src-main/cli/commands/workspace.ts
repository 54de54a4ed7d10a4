import { pinnedRoots } from "../../store/trust.ts";
import {
  createMemberWorkspace,
  createOfficeWorkspace,
  createReporterWorkspace,
} from "../../engine/workspace/create-workspace.ts";
import { readPlanFile } from "../../engine/plan/plan-files.ts";
import { trustRoot } from "../../engine/trust/trust-root.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { workspaceView } from "../../engine/workspace/workspace-view.ts";
import { readDeviceId } from "../../engine/trust/device-id.ts";
import { suiteNameSchema } from "#shared/bundle/identifiers.ts";
import { grouped } from "../grouped.ts";
import { openForCommand, unitKeyOf } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { valueOf, wrongUsage, type Terminal } from "../terminal.ts";

interface CreateOptions {
  readonly role: string;
  readonly plan?: string;
  readonly name?: string;
  readonly suite?: string;
  readonly unit?: string;
  readonly from?: string;
  readonly trust?: string;
  readonly sample?: boolean;
}

export const registerWorkspace: RegisterCommands = (program, run) => {
  const workspace = program.command("workspace");
  workspace
    .command("create <dir>")
    .requiredOption("--role <role>", "office | reporter")
    .option("--plan <file>")
    .option("--name <text>")
    .option("--suite <suite>")
    .option("--unit <key>")
    .option("--from <bundle>")
    .option("--trust <fingerprint>")
    .option("--sample", "figures are samples and marked so")
    .action((dir: string, options: CreateOptions) =>
      run((terminal) => {
        if (options.role === "office") return createOffice(terminal, dir, options);
        if (options.role === "reporter") return createReporter(terminal, dir, options);
        throw wrongUsage("--role");
      }),
    );
  const trust = (dir: string, fingerprint: string) =>
    run(async (terminal) => {
      const session = valueOf(await trustRoot(openForCommand(terminal, dir), fingerprint));
      const json = { workspace: session.dir, trusted: pinnedRoots(session.db) };
      closeSession(session);
      return { json, text: [terminal.t("cli:trusted")] };
    });
  program
    .command("trust <fingerprint>")
    .requiredOption("-w, --workspace <dir>")
    .action((fingerprint: string, options: { workspace: string }) => trust(options.workspace, fingerprint));
  workspace
    .command("trust <fingerprint>")
    .requiredOption("-w, --workspace <dir>")
    .action((fingerprint: string, options: { workspace: string }) => trust(options.workspace, fingerprint));
};

async function createOffice(terminal: Terminal, dir: string, options: CreateOptions) {
  const { name, suite, plan, from, trust } = options;
  if (name === undefined) throw wrongUsage("--name");
  const request = {
    dir,
    name,
    passphrase: await terminal.passphrase(),
    ...(suite === undefined ? {} : { suite: suiteOf(suite) }),
    sample: options.sample === true,
  };
  // From a plan bundle it is a further PC of that office, to be certified by the first one's root.
  if (from !== undefined && trust === undefined) throw wrongUsage("--trust");
  const session = valueOf(
    from === undefined
      ? await createOfficeWorkspace(terminal, {
          ...request,
          ...(plan === undefined ? {} : { plan: valueOf(readPlanFile(plan)) }),
        })
      : await createMemberWorkspace(
          terminal,
          { ...request, unit: null },
          { file: from, fingerprint: trust ?? "" },
        ),
  );
  const { fingerprint, device, dir: workspace } = workspaceView(session);
  closeSession(session);
  return {
    json: { workspace, device, fingerprint },
    text: [
      terminal.t("cli:officeCreated", { workspace }),
      terminal.t("cli:fingerprint", { fingerprint: grouped(fingerprint ?? "") }),
    ],
  };
}

async function createReporter(terminal: Terminal, dir: string, options: CreateOptions) {
  if (options.unit === undefined) throw wrongUsage("--unit");
  if (options.from !== undefined && options.trust === undefined) throw wrongUsage("--trust");
  const request = {
    dir,
    unit: unitKeyOf(options.unit),
    name: options.name ?? terminal.t("cli:filler"),
    passphrase: await terminal.passphrase(),
    sample: options.sample === true,
    ...(options.suite === undefined ? {} : { suite: suiteOf(options.suite) }),
  };
  const session = valueOf(
    options.from === undefined
      ? await createReporterWorkspace(terminal, request)
      : await createMemberWorkspace(terminal, request, {
          file: options.from,
          fingerprint: options.trust ?? "",
        }),
  );
  const json = { workspace: session.dir, device: readDeviceId(session.db), unit: session.unit };
  closeSession(session);
  return { json, text: [terminal.t("cli:reporterCreated", { workspace: json.workspace, unit: json.unit })] };
}

function suiteOf(text: string) {
  const suite = suiteNameSchema.safeParse(text);
  if (!suite.success) throw wrongUsage("--suite");
  return suite.data;
}
