import { identityToRecipient } from "age-encryption";
import { certificateSchema } from "#shared/bundle/certificate.ts";
import { DEFAULT_SUITE, type SuiteName } from "#shared/bundle/identifiers.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { identityOfKey } from "../../keys/certificate.ts";
import type { Secrets } from "../../keys/key-file.ts";
import { certificates, pinnedRoots } from "../../store/trust.ts";
import { readDeviceId, rememberDeviceId } from "../trust/device-id.ts";
import { changeKeysPassphrase, createKeys, hasKeys, openKeys } from "./key-files.ts";
import type { Session, UnlockedKeys } from "../session.ts";
import type { Answer } from "../types.ts";

/** The keys of an open workspace, in memory while they are unlocked. */

/** Sets the passphrase and makes the keys of a laptop, or of an office PC that another one's root will certify. */
export async function createSessionKeys(
  session: Session,
  passphrase: string,
  suite: SuiteName = suiteInUse(session),
): Promise<Answer<Session>> {
  const keys = await createKeys(session.dir, { suite, withRoot: false }, passphrase);
  if (!keys.ok) return keys;
  session.keys = keys.value;
  rememberDeviceId(session.db, identityOfKey(keys.value.device).device);
  return ok(session);
}

/** A root certifies keys of its own suite alone: the one of the root pinned last. */
export function suiteInUse({ db }: Session): SuiteName {
  const pinned = new Set(pinnedRoots(db));
  const roots = certificates(db).filter(({ serial, root }) => serial === 0 && pinned.has(root));
  const newest = roots.toSorted((a, b) => (a.granted_at < b.granted_at ? -1 : 1)).at(-1);
  return newest ? certificateSchema.parse(JSON.parse(newest.certificate)).suite : DEFAULT_SUITE;
}

export async function unlockSession(session: Session, passphrase: string): Promise<Answer<Session>> {
  const keys = await openKeys(session.dir, passphrase);
  if (!keys.ok) return keys;
  session.keys = keys.value;
  const { device } = identityOfKey(keys.value.device);
  // NOTE: a renewal that a crash cut short has left new keys and the old name.
  if (device !== readDeviceId(session.db)) rememberDeviceId(session.db, device);
  return ok(session);
}

/** The same keys under a new passphrase; the old one is needed. */
export async function changeSessionPassphrase(
  session: Session,
  passphrase: string,
  newPassphrase: string,
): Promise<Answer<Session>> {
  const changed = await changeKeysPassphrase(session.dir, passphrase, newPassphrase);
  return changed.ok ? ok(session) : changed;
}

/** The unlocked keys, or what to do first. */
export function requireKeys(session: Session): Answer<UnlockedKeys> {
  if (session.keys) return ok(session.keys);
  return fail(appError(hasKeys(session.dir) ? "locked-key" : "no-key"));
}

export const recipientOf = (secrets: Secrets): Promise<string> => identityToRecipient(secrets.ageIdentity);

export const identityOf = (secrets: Secrets) => identityOfKey(secrets);
