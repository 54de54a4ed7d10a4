import { appError } from "#shared/errors.ts";
import { lockAfterSchema, type LockAfter } from "#shared/ipc/officer-views.ts";
import { fail, ok } from "#shared/result.ts";
import { eraseFact, readFact, writeFact } from "../../store/facts.ts";
import { hasKeys } from "./key-files.ts";
import { now, type Session } from "../session.ts";
import { unlockSession } from "./session-keys.ts";
import type { Answer } from "../types.ts";

/**
 * The lock of the whole program. It stands in the database: a restart opens a locked workspace locked. While it is
 * locked, nothing is answered but what the lock page shows, and the passphrase.
 */

/** Forgets the keys and locks; without keys there is no passphrase that could open it again. */
export function lockWorkspace(session: Session): Answer<Session> {
  if (!hasKeys(session.dir)) return fail(appError("no-key"));
  session.keys = null;
  session.grid = null;
  writeFact(session.db, "locked-at", now(session));
  session.locked = true;
  return ok(session);
}

/** Opens the keys, and with them the program. */
export async function unlockWorkspace(session: Session, passphrase: string): Promise<Answer<Session>> {
  const unlocked = await unlockSession(session, passphrase);
  if (!unlocked.ok || !session.locked) return unlocked;
  eraseFact(session.db, "locked-at");
  session.locked = false;
  return unlocked;
}

export const lockAfter = ({ db }: Session): LockAfter => {
  const chosen = lockAfterSchema.safeParse(readFact(db, "lock-after"));
  return chosen.success ? chosen.data : "10";
};

export function setLockAfter(session: Session, after: LockAfter): Answer<Session> {
  writeFact(session.db, "lock-after", after);
  return ok(session);
}
