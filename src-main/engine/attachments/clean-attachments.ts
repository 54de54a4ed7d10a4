import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256Schema } from "#shared/ledger/record.ts";
import { markUsed } from "./attachment-store.ts";
import { namedAttachments } from "./cited-attachments.ts";
import { workspacePaths, type Session } from "../session.ts";

const DAY_MS = 86_400_000;
const GRACE_DAYS = 30;

/**
 * Takes stored files away that nothing has cited for 30 days, and what a crash left half written a day ago. A removal
 * can be undone until then. Answers how many were taken away.
 */
export function cleanAttachments(session: Session): number {
  const folder = workspacePaths(session.dir).attachments;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length === 0) return 0;
  const cited = namedAttachments(session);
  let removed = 0;
  for (const name of names) {
    const isStored = sha256Schema.safeParse(name).success;
    const isHalf = /^\..*\.tmp$/.test(name);
    if (isStored && cited.has(name)) markUsed(session, name);
    else if ((isStored || isHalf) && ageOf(session, join(folder, name)) > (isHalf ? 1 : GRACE_DAYS)) {
      rmSync(join(folder, name), { force: true });
      removed += 1;
    }
  }
  return removed;
}

const ageOf = ({ clock }: Session, path: string): number =>
  (clock().getTime() - statSync(path).mtimeMs) / DAY_MS;
