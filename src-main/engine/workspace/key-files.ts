import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { SuiteName } from "#shared/bundle/identifiers.ts";
import { appError, type AppError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { generateAgeKeyPair } from "../../bundle/age.ts";
import { flushFolder, writeFileDurably } from "../../bundle/durable-file.ts";
import { changePassphrase, createKeyFile, openKeyFile, type Secrets } from "../../keys/key-file.ts";
import { requireSuite } from "../../keys/suites.ts";
import { workspacePaths, type UnlockedKeys } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * The workspace's private keys on the disk: made, locked away under a passphrase, opened again, put aside. Both files
 * lie in one folder, which is replaced as a whole, so that they are never under two passphrases.
 */

const MIN_PASSPHRASE = 10;
const DEVICE_FILE = "device.json";
const ROOT_FILE = "root.json";

export const weakness = (passphrase: string): AppError | null =>
  [...passphrase].length >= MIN_PASSPHRASE
    ? null
    : appError("weak-passphrase", { least: String(MIN_PASSPHRASE) });

export const hasKeys = (dir: string): boolean => existsSync(join(workspacePaths(dir).keys, DEVICE_FILE));

/** Whether this PC holds the root: it alone certifies, revokes and publishes. */
export const hasRootKey = (dir: string): boolean => existsSync(join(workspacePaths(dir).keys, ROOT_FILE));

/** Makes the device's keys, and the root's where asked for, and writes both key files. */
export async function createKeys(
  dir: string,
  { suite, withRoot }: { readonly suite: SuiteName; readonly withRoot: boolean },
  passphrase: string,
): Promise<Answer<UnlockedKeys>> {
  const weak = weakness(passphrase);
  if (weak) return fail(weak);
  if (hasKeys(dir)) return fail(appError("key-exists"));
  const device = await newSecrets(suite);
  const root = withRoot ? await newSecrets(suite) : null;
  await replaceFolder(dir, async (write) => {
    if (root) write(ROOT_FILE, await createKeyFile(root, passphrase));
    write(DEVICE_FILE, await createKeyFile(device, passphrase));
  });
  return ok({ device, root });
}

async function newSecrets(suite: SuiteName): Promise<Secrets> {
  return {
    suite,
    privateKey: requireSuite(suite).generate().privateKey,
    ageIdentity: (await generateAgeKeyPair()).identity,
  };
}

/** Opens the key files; a wrong passphrase changes nothing. */
export async function openKeys(dir: string, passphrase: string): Promise<Answer<UnlockedKeys>> {
  if (!hasKeys(dir)) return fail(appError("no-key"));
  const folder = workspacePaths(dir).keys;
  const device = await openOne(join(folder, DEVICE_FILE), passphrase);
  if (!device.ok) return device;
  if (!hasRootKey(dir)) return ok({ device: device.value, root: null });
  const root = await openOne(join(folder, ROOT_FILE), passphrase);
  return root.ok ? ok({ device: device.value, root: root.value }) : root;
}

async function openOne(path: string, passphrase: string): Promise<Answer<Secrets>> {
  const opened = await openKeyFile(readFileSync(path, "utf8"), passphrase);
  if (opened.ok) return opened;
  return fail(appError(opened.error === "wrong-passphrase" ? "wrong-passphrase" : "damaged-key", { path }));
}

/** Locks the same keys under another passphrase. */
export async function changeKeysPassphrase(
  dir: string,
  passphrase: string,
  newPassphrase: string,
): Promise<Answer<Record<string, never>>> {
  const weak = weakness(newPassphrase);
  if (weak) return fail(weak);
  const opened = await openKeys(dir, passphrase);
  if (!opened.ok) return opened;
  const folder = workspacePaths(dir).keys;
  const names = [...(hasRootKey(dir) ? [ROOT_FILE] : []), DEVICE_FILE];
  await replaceFolder(dir, async (write) => {
    for (const name of names) {
      const text = readFileSync(join(folder, name), "utf8");
      const changed = await changePassphrase(text, passphrase, newPassphrase);
      if (!changed.ok) throw new Error(`${name} opened a moment ago`);
      write(name, changed.value);
    }
  });
  return ok({});
}

/** Puts keys that nobody can open any more aside, in case their passphrase is remembered. */
export function putKeysAside(dir: string, device: string): void {
  const { keys } = workspacePaths(dir);
  const aside = `${keys}-${device.slice(0, 8)}`;
  if (!existsSync(keys)) return;
  const taken = readdirSync(dir).filter((name) => join(dir, name).startsWith(aside)).length;
  renameSync(keys, taken === 0 ? aside : `${aside}-${taken + 1}`);
  flushFolder(dir);
}

/** Finishes what a crash left of a replacement: the new folder counts once the old one was moved away. */
export function settleKeys(dir: string): void {
  const { keys, next, old } = foldersOf(dir);
  if (!existsSync(keys) && existsSync(old)) renameSync(existsSync(next) ? next : old, keys);
  for (const rest of [next, old]) rmSync(rest, { recursive: true, force: true });
}

const foldersOf = (dir: string) => {
  const { keys } = workspacePaths(dir);
  return { keys, next: `${keys}.next`, old: `${keys}.old` };
};

async function replaceFolder(
  dir: string,
  fill: (write: (name: string, text: string) => void) => Promise<void>,
): Promise<void> {
  settleKeys(dir);
  const { keys, next, old } = foldersOf(dir);
  mkdirSync(next, { mode: 0o700 });
  await fill((name, text) => writeFileDurably(join(next, name), Buffer.from(text)));
  if (existsSync(keys)) renameSync(keys, old);
  renameSync(next, keys);
  flushFolder(dir);
  rmSync(old, { recursive: true, force: true });
}
