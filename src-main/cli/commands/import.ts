import { reasonSentence } from "#shared/i18n/sentences.ts";
import type { BundleReport } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import { importFiles } from "../../engine/inbox/inbox.ts";
import { hasKeys } from "../../engine/workspace/key-files.ts";
import { ledgerDigest } from "../../engine/ledger/ledger-audit.ts";
import type { Session } from "../../engine/session.ts";
import { closeSession } from "../../engine/workspace/workspace.ts";
import { hasEncryptedFile } from "../../engine/inbox/encrypted-files.ts";
import { openForCommand, openUnlocked } from "../open.ts";
import type { RegisterCommands } from "../register.ts";
import { table } from "../table.ts";
import { valueOf, type Terminal } from "../terminal.ts";

export const registerImport: RegisterCommands = (program, run) => {
  program
    .command("import <files...>")
    .requiredOption("-w, --workspace <dir>")
    .option("--dry-run", "verify and count, change nothing")
    .action((files: string[], options: { workspace: string; dryRun?: boolean }) =>
      run(async (terminal) => {
        const unlock = hasKeys(options.workspace) && hasEncryptedFile(files);
        const session = unlock
          ? await openUnlocked(terminal, options.workspace)
          : openForCommand(terminal, options.workspace);
        const reports = valueOf(
          await importFiles(session, files, { trial: options.dryRun === true, context: terminal.context }),
        );
        const ledger = ledgerDigest(session);
        const text = table(reports.map((report) => row(terminal, session, report)));
        closeSession(session);
        return {
          json: { bundles: reports.map(toJson), ledger: ledger.digest },
          text: [...text, terminal.t("cli:ledger", { digest: ledger.digest })],
          refused: reports.some(({ status }) => status === "rejected"),
        };
      }),
    );
};

/** `mergeable` is a trial's word for what would be merged; programs read `merged`. */
const toJson = ({ file, digest, kind, unit, status, reason, warnings, counts }: BundleReport) => ({
  file,
  digest,
  kind,
  unit,
  status: status === "mergeable" ? "merged" : status,
  ...(reason === null ? {} : { reason }),
  warnings,
  added: counts.added + counts.superseding,
  conflicts: counts.conflicts,
  unchanged: counts.unchanged,
  superseding: counts.superseding,
  decisions: counts.decisions,
});

function row(terminal: Terminal, { plan }: Session, report: BundleReport): string[] {
  const { t } = terminal;
  const { unit, sequence, status, reason, counts, warnings } = report;
  return [
    t(`cli:status-${status}`),
    unit === null ? "—" : unitName(plan, unit),
    sequence === null ? "" : t("cli:package", { sequence }),
    t("cli:counts", {
      added: counts.added + counts.superseding,
      conflicts: counts.conflicts,
      decisions: counts.decisions,
    }),
    [...(reason === null ? [] : [reason]), ...warnings]
      .map((word) => `${word}: ${reasonSentence(t, word)}`)
      .join(" "),
    report.file,
  ];
}
