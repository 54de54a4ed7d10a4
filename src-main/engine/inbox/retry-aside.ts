import { basename } from "node:path";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { heldBundles, saveTakenFile } from "../../store/bundles.ts";
import { quarantined, removeQuarantined, type Quarantined } from "../../store/quarantined.ts";
import { rejected } from "../../bundle/judge.ts";
import { KeptFiles } from "./bundle-files.ts";
import { refusedReport } from "./bundle-reports.ts";
import { openTree } from "./bundle-tree.ts";
import { hasEncryptedFile } from "./encrypted-files.ts";
import { changeTrust } from "./judge-again.ts";
import { hasKeys } from "../workspace/key-files.ts";
import { quarantinePath } from "./quarantine.ts";
import type { Session } from "../session.ts";
import { readHandedOver } from "./staging.ts";
import { takeBundle } from "./take-bundle.ts";
import { identitiesOf } from "../trust/trust.ts";
import type { Answer } from "../types.ts";

/**
 * Judges all that is held or quarantined once more. Roots, revocations and plans do that by themselves when they
 * change; this is for what changes without them: another version of the program, keys that were locked or replaced.
 * A file keeps the time at which it first came.
 */
export async function retryAside(
  session: Session,
): Promise<Answer<{ readonly tried: number; readonly lifted: number }>> {
  const aside = quarantined(session.db);
  const paths = aside.map(({ sha256 }) => quarantinePath(session.dir, sha256));
  if (session.keys === null && hasKeys(session.dir) && hasEncryptedFile(paths))
    return fail(appError("locked-key"));
  const tried = waitingCount(session);
  for (const row of aside) await retryFile(session, row);
  await changeTrust(session, [], () => undefined);
  return ok({ tried, lifted: tried - waitingCount(session) });
}

const waitingCount = ({ db }: Session): number => quarantined(db).length + heldBundles(db).length;

/** A file that is missing or cannot be read any more stays listed as it was. */
async function retryFile(session: Session, { sha256, name, receivedAt }: Quarantined): Promise<void> {
  const read = readHandedOver(session, quarantinePath(session.dir, sha256));
  if (!read.ok) return;
  const staged = await read.value.stage(identitiesOf(session));
  const files = new KeptFiles(session);
  try {
    const { db } = session;
    const tree = staged.plain.ok ? await openTree(staged.plain.value) : staged.plain;
    const arrival = { file: basename(name), receivedAt, files };
    db.transaction(() => {
      if (staged.file !== null) files.expect(staged.kept, staged.file);
      const report = tree.ok
        ? takeBundle(session, tree.value, arrival)
        : refusedReport(arrival, rejected(tree.error));
      if (!tree.ok) files.setAside(staged.kept, report);
      if (report.status !== "rejected" && report.digest !== null) {
        saveTakenFile(db, staged.sha256, report.digest);
        removeQuarantined(db, staged.keptSha256);
      }
      if (report.status !== "rejected" || staged.keptSha256 !== sha256) removeQuarantined(db, sha256);
      files.settle();
    });
  } finally {
    files.close();
    staged.close();
  }
}
