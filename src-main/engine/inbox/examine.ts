import type { BundleReport } from "#shared/ipc/views.ts";
import { rejected } from "../../bundle/judge.ts";
import { bundleOfFile } from "../../store/bundles.ts";
import { duplicateReport, identityOfRow, refusedReport, unreadReport } from "./bundle-reports.ts";
import { openTree, type BundleTree } from "./bundle-tree.ts";
import { now, type Session } from "../session.ts";
import { readHandedOver, type StagedFile } from "./staging.ts";
import { identitiesOf } from "../trust/trust.ts";

/** A file as far as it can be told without a transaction. */
export type Examined =
  | {
      readonly state: "opened";
      readonly staged: StagedFile;
      readonly tree: BundleTree;
      readonly receivedAt: string;
    }
  | { readonly state: "refused"; readonly staged: StagedFile; readonly report: BundleReport }
  /** Known byte by byte, or not to be read at all: there is nothing to keep. */
  | { readonly state: "told"; readonly report: BundleReport };

/** The caller closes what was staged. */
export async function examineFile(session: Session, file: string): Promise<Examined> {
  const receivedAt = now(session);
  const read = readHandedOver(session, file);
  if (!read.ok) return { state: "told", report: unreadReport({ file, receivedAt }, read.error) };
  const known = knownFile(session, read.value.sha256, file);
  if (known !== null) {
    read.value.close();
    return { state: "told", report: known };
  }
  const staged = await read.value.stage(identitiesOf(session));
  try {
    const tree = staged.plain.ok ? await openTree(staged.plain.value) : staged.plain;
    return tree.ok
      ? { state: "opened", staged, tree: tree.value, receivedAt }
      : { state: "refused", staged, report: refusedReport({ file, receivedAt }, rejected(tree.error)) };
  } catch (error) {
    staged.close();
    throw error;
  }
}

/** A file that is identical, byte for byte, to one that brought an admitted bundle. */
function knownFile({ db }: Session, sha256: string, file: string): BundleReport | null {
  const row = bundleOfFile(db, sha256);
  if (row === undefined || row.status === "held") return null;
  return duplicateReport({ ...identityOfRow(row), file }, row.revisions);
}
