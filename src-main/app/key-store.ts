import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** As much of Electron's `safeStorage` as is used: the operating system's store of secrets. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(
    encrypted: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  /** Exists on Linux alone. */
  getSelectedStorageBackend(): string;
}

/** Passphrases of workspaces, kept by the operating system for this person's account. */
export interface KeyStore {
  /** False where what is kept would not be protected. */
  isAvailable(): Promise<boolean>;
  isRemembered(workspace: string): boolean;
  /** Throws where the system or the disk refuses. */
  remember(workspace: string, passphrase: string): Promise<void>;
  forget(workspace: string): void;
  /** Null where none is kept, or where the system does not give it out now. */
  recall(workspace: string): Promise<string | null>;
}

/** Backends under which anybody who can read the file can read what is in it. */
const UNPROTECTED: readonly string[] = ["basic_text", "unknown"];

interface KeyStoreParts {
  readonly safeStorage: SafeStorage;
  /** One file per workspace, named by a hash of its folder. */
  readonly dir: string;
  readonly platform: NodeJS.Platform;
}

export function createKeyStore({ safeStorage, dir, platform }: KeyStoreParts): KeyStore {
  const fileOf = (workspace: string): string =>
    join(dir, createHash("sha256").update(resolve(workspace)).digest("hex"));

  const isAvailable = async (): Promise<boolean> => {
    if (platform === "linux" && UNPROTECTED.includes(safeStorage.getSelectedStorageBackend())) return false;
    return safeStorage.isAsyncEncryptionAvailable();
  };

  async function remember(workspace: string, passphrase: string): Promise<void> {
    const encrypted = await safeStorage.encryptStringAsync(passphrase);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    replaceFile(fileOf(workspace), encrypted);
  }

  return {
    isAvailable,
    isRemembered: (workspace) => existsSync(fileOf(workspace)),
    remember,
    forget: (workspace) => rmSync(fileOf(workspace), { force: true }),
    async recall(workspace) {
      if (!existsSync(fileOf(workspace)) || !(await isAvailable())) return null;
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          readFileSync(fileOf(workspace)),
        );
        if (shouldReEncrypt) await remember(workspace, result);
        return result;
      } catch {
        // NOTE: the system may refuse for the moment; only a passphrase that opens nothing is dropped.
        return null;
      }
    },
  };
}

/** Whole or not at all, and never readable by others, not even while it is written. */
function replaceFile(file: string, bytes: Buffer): void {
  const beside = `${file}.part`;
  rmSync(beside, { force: true });
  try {
    writeFileSync(beside, bytes, { mode: 0o600, flag: "wx", flush: true });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
