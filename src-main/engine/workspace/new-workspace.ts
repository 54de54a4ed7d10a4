import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { appError, type AppError } from "#shared/errors.ts";
import { authorSchema } from "#shared/ledger/record.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { fail } from "#shared/result.ts";
import { Database } from "../../store/database.ts";
import { readFact, writeFact } from "../../store/facts.ts";
import { folderFailure } from "../file-failures.ts";
import { weakness } from "./key-files.ts";
import { workspacePaths, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** What stands against a new workspace before anything is made for it. Its name signs what is decided there. */
export function refusalOf({
  name,
  passphrase,
}: {
  readonly name: string;
  readonly passphrase?: string | undefined;
}): AppError | null {
  if (!authorSchema.shape.name.safeParse(name).success) return appError("invalid-input", { where: "name" });
  return passphrase === undefined ? null : weakness(passphrase);
}

/** An empty folder with an empty database in it. */
export function newWorkspace(dir: string): Answer<Database> {
  const paths = workspacePaths(dir);
  try {
    mkdirSync(dir, { recursive: true });
    if (isAbandoned(dir)) for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true });
    if (readdirSync(dir).length > 0) return fail(appError("workspace-exists", { dir }));
    mkdirSync(paths.archive);
    mkdirSync(paths.quarantine);
  } catch (error) {
    const failure = folderFailure(error, dir);
    if (failure) return fail(failure);
    throw error;
  }
  const opened = Database.open(paths.database, { create: true });
  return opened.ok ? opened : fail(appError("folder-not-writable", { path: dir }));
}

const OWN_NAMES = /^(archive|attachments|quarantine|keys|workspace\.sqlite3(-wal|-shm|-journal)?)$/;

/**
 * Left behind by a creation that ended before the workspace had an identity: nothing can have been saved in it.
 * NOTE: an emptied database looks the same; what was ever sent or received lies in the archive, and keeps it.
 */
function isAbandoned(dir: string): boolean {
  const { database, archive, quarantine } = workspacePaths(dir);
  if (!existsSync(database) || readdirSync(dir).some((name) => !OWN_NAMES.test(name))) return false;
  if ([archive, quarantine].some((folder) => existsSync(folder) && readdirSync(folder).length > 0))
    return false;
  const opened = Database.open(database, { create: true });
  if (!opened.ok) return false;
  const role = readFact(opened.value, "role");
  opened.value.close();
  return role === undefined;
}

/** Written last, in the transaction that makes the folder a workspace. */
export function writeIdentity(
  db: Database,
  identity: {
    readonly role: Session["role"];
    readonly unit: string;
    readonly name: string;
    readonly plan: Plan;
    readonly at: Date;
    readonly sample: boolean;
  },
): void {
  writeFact(db, "role", identity.role);
  writeFact(db, "unit", identity.unit);
  writeFact(db, "name", identity.name);
  writeFact(db, "plan", identity.plan.id);
  writeFact(db, "created-at", identity.at.toISOString());
  if (identity.sample) writeFact(db, "sample", "yes");
}
