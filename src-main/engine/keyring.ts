import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { identityToRecipient } from "age-encryption";
import type { SuiteName } from "#shared/bundle/identifiers.ts";
import { appError, type AppError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { generateAgeKeyPair } from "../bundle/age.ts";
import { writeFileDurably } from "../bundle/durable-file.ts";
import { identityOfKey } from "../keys/certificate.ts";
import { createKeyFile, openKeyFile, type Secrets } from "../keys/key-file.ts";
import { requireSuite } from "../keys/suites.ts";
import { workspacePaths, type Session, type UnlockedKeys } from "./session.ts";
import type { Answer } from "./types.ts";

/** The workspace's private keys: made, locked away under a passphrase, opened again. */

const MIN_PASSPHRASE = 10;

export const weakness = (passphrase: string): AppError | null =>
  [...passphrase].length >= MIN_PASSPHRASE
    ? null
    : appError("weak-passphrase", { least: String(MIN_PASSPHRASE) });

async function newSecrets(suite: SuiteName): Promise<Secrets> {
  return {
    suite,
    privateKey: requireSuite(suite).generate().privateKey,
    ageIdentity: (await generateAgeKeyPair()).identity,
  };
}

/** Makes the device's keys, and the root's where this is the office, and writes both key files. */
export async function createKeys(
  dir: string,
  role: Session["role"],
  suite: SuiteName,
  passphrase: string,
): Promise<Answer<UnlockedKeys>> {
  const weak = weakness(passphrase);
  if (weak) return fail(weak);
  const paths = workspacePaths(dir);
  if (existsSync(paths.deviceKey)) return fail(appError("key-exists"));
  mkdirSync(paths.keys, { recursive: true, mode: 0o700 });
  const device = await newSecrets(suite);
  const root = role === "office" ? await newSecrets(suite) : null;
  if (root) writeFileDurably(paths.rootKey, Buffer.from(await createKeyFile(root, passphrase)));
  writeFileDurably(paths.deviceKey, Buffer.from(await createKeyFile(device, passphrase)));
  return ok({ device, root });
}

export const hasKeys = (dir: string): boolean => existsSync(workspacePaths(dir).deviceKey);

/** Opens the key files; a wrong passphrase changes nothing. */
export async function openKeys(
  dir: string,
  role: Session["role"],
  passphrase: string,
): Promise<Answer<UnlockedKeys>> {
  const paths = workspacePaths(dir);
  if (!hasKeys(dir)) return fail(appError("no-key"));
  const device = await openOne(paths.deviceKey, passphrase);
  if (!device.ok || role === "reporter") return device.ok ? ok({ device: device.value, root: null }) : device;
  const root = await openOne(paths.rootKey, passphrase);
  return root.ok ? ok({ device: device.value, root: root.value }) : root;
}

async function openOne(path: string, passphrase: string): Promise<Answer<Secrets>> {
  const opened = await openKeyFile(readFileSync(path, "utf8"), passphrase);
  if (opened.ok) return opened;
  return fail(appError(opened.error === "wrong-passphrase" ? "wrong-passphrase" : "damaged-key", { path }));
}

/** The unlocked keys, or what to do first. */
export function requireKeys(session: Session): Answer<UnlockedKeys> {
  if (session.keys) return ok(session.keys);
  return fail(appError(hasKeys(session.dir) ? "locked-key" : "no-key"));
}

export const recipientOf = (secrets: Secrets): Promise<string> => identityToRecipient(secrets.ageIdentity);

export const identityOf = (secrets: Secrets) => identityOfKey(secrets);
