import { deviceList } from "../../engine/trust/device-list.ts";
import { grantEnrolment, requestEnrolment } from "../../engine/trust/enrolment.ts";
import { revokeCertificate } from "../../engine/trust/revocations.ts";
import { importFiles } from "../../engine/inbox/inbox.ts";
import { requests } from "../../store/trust.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { appError, type AppError } from "#shared/errors.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { CommandFailure } from "../outcome.ts";
import { openForCommand, openUnlocked } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { table } from "../table.ts";
import { valueOf, wrongUsage } from "../terminal.ts";
import { movedTo } from "../written-file.ts";

interface WorkspaceOption {
  readonly workspace: string;
}

export const registerEnrol: RegisterCommands = (program, run) => {
  const enrol = program.command("enrol");
  enrol
    .command("request")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--officer <name>")
    .requiredOption("--out <file>")
    .action((options: WorkspaceOption & { officer: string; out: string }) =>
      run(async (terminal) => {
        const session = await openUnlocked(terminal, options.workspace);
        const written = await movedTo(options.out, async (dir) =>
          valueOf(await requestEnrolment(session, { officer: options.officer, dir })),
        );
        closeSession(session);
        return {
          json: written,
          text: [
            terminal.t("cli:written", { file: written.file }),
            terminal.t("cli:device", { device: written.device }),
          ],
        };
      }),
    );
  enrol
    .command("grant <request>")
    .requiredOption("-w, --workspace <dir>")
    .requiredOption("--confirm <device>", "the device id as read out over the telephone")
    .requiredOption("--out <file>")
    .action((request: string, options: WorkspaceOption & { confirm: string; out: string }) =>
      run(async (terminal) => {
        const session = await openUnlocked(terminal, options.workspace);
        const tried = valueOf(
          await importFiles(session, [request], { trial: true, context: terminal.context }),
        );
        const refusal = refusalOf(request, tried[0]);
        if (refusal) throw new CommandFailure(refusal);
        const [report] = valueOf(
          await importFiles(session, [request], { trial: false, context: terminal.context }),
        );
        const device = report?.device ?? "";
        if (!requests(session.db).some((known) => known.device === device)) {
          throw new CommandFailure(appError("unknown-device", { device }));
        }
        const written = await movedTo(options.out, async (dir) =>
          valueOf(await grantEnrolment(session, { device, confirm: options.confirm, dir })),
        );
        closeSession(session);
        return { json: { ...written, device }, text: [terminal.t("cli:written", { file: written.file })] };
      }),
    );
  enrol
    .command("list")
    .requiredOption("-w, --workspace <dir>")
    .action((options: WorkspaceOption) =>
      run((terminal) => {
        const session = openForCommand(terminal, options.workspace);
        const devices = deviceList(session);
        closeSession(session);
        return {
          json: { devices },
          text: table(
            devices.map(({ unit, device, serial, state, officers }) => [
              unit,
              device,
              String(serial ?? "—"),
              state,
              officers.join("、"),
            ]),
          ),
        };
      }),
    );
  enrol
    .command("revoke <serial>")
    .requiredOption("-w, --workspace <dir>")
    .option("--keep <digests...>")
    .action((serial: string, options: WorkspaceOption & { keep?: string[] }) =>
      run(async (terminal) => {
        if (!/^[1-9]\d*$/.test(serial)) throw wrongUsage("SERIAL");
        const session = await openUnlocked(terminal, options.workspace);
        const revoked = valueOf(await revokeCertificate(session, Number(serial), options.keep ?? []));
        closeSession(session);
        return { json: revoked, text: [terminal.t("cli:revoked", { serial, kept: revoked.kept })] };
      }),
    );
};

/** Only a request is taken in on the way to a grant. */
function refusalOf(path: string, report: BundleReport | undefined): AppError | null {
  if (report?.reason === "unreadable") return appError("file-not-found", { path });
  if (report?.status === "rejected") return appError("bundle-rejected", { reason: report.reason ?? "" });
  return report?.kind === "enrol-request" ? null : appError("unknown-device", { path });
}
