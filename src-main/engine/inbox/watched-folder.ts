import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { WatchedFolder } from "#shared/ipc/watched-folder-view.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { LIMITS } from "#shared/bundle/limits.ts";
import { sha256Hex } from "../../keys/sha256.ts";
import { bundleOfFile } from "../../store/bundles.ts";
import { eraseFact, readFact, writeFact } from "../../store/facts.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * A folder into which bundles are put by whoever receives them. It is looked at when the window asks, which also
 * serves network drives that tell of no change; nothing in it is moved or written.
 */

const FACT = "watched-folder";
const BUNDLE_NAME = /\.tzb(?:\.age)?$/i;

/** Of every file as it was at the last look: still growing ones differ from look to look. */
const seen = new WeakMap<Session, Map<string, Look>>();
interface Look {
  readonly stamp: string;
  readonly isKnown?: boolean;
}

export function watchFolder(session: Session, folder: string | null): Answer<WatchedFolder> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  seen.delete(session);
  if (folder === null) eraseFact(session.db, FACT);
  else writeFact(session.db, FACT, folder);
  return ok(lookIntoFolder(session));
}

/** What lies there, is complete and was not taken in yet. A folder that cannot be read is named, and kept. */
export function lookIntoFolder(session: Session): WatchedFolder {
  const folder = readFact(session.db, FACT) ?? null;
  if (folder === null) return { folder, readable: true, files: [] };
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = names.filter(({ name }) => BUNDLE_NAME.test(name)).map(({ name }) => join(folder, name));
    const before = seen.get(session) ?? new Map<string, Look>();
    const looks = new Map(paths.flatMap((path) => lookAt(session, path, before.get(path))));
    seen.set(session, looks);
    const files = [...looks].flatMap(([file, { stamp, isKnown }]) =>
      isKnown === false ? [{ file, stamp }] : [],
    );
    return { folder, readable: true, files };
  } catch {
    return { folder, readable: false, files: [] };
  }
}

/** Nothing of a file that went away or cannot be read just now. */
function lookAt(session: Session, path: string, before: Look | undefined): [string, Look][] {
  try {
    const { size, mtimeMs } = statSync(path);
    const stamp = `${size} ${mtimeMs}`;
    if (before?.stamp !== stamp) return [[path, { stamp }]];
    return [[path, { stamp, isKnown: before.isKnown ?? isTaken(session, path, size) }]];
  } catch {
    return [];
  }
}

function isTaken({ db }: Session, path: string, size: number): boolean {
  // NOTE: one that is larger than any bundle may be is told of when it is examined.
  if (size > LIMITS.bundle + LIMITS.encryption) return false;
  return bundleOfFile(db, sha256Hex(readFileSync(path))) !== undefined;
}
