/** The desktop's store of secrets: none, unless an environment variable asks for one. See README. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { app } from "./app.ts";
import { strict } from "./strict.ts";

const isOn = (process.env["TAIZHANG_KEY_STORE"] ?? "") !== "";
const NONCE = 12;
const TAG = 16;

/** Kept in the user data folder, as a password manager would keep it for the account. */
function storeKey(): Buffer {
  const file = join(app.getPath("userData"), "stand-in-key-store");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

function encrypt(text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", storeKey(), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(encrypted: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", storeKey(), encrypted.subarray(0, NONCE));
  decipher.setAuthTag(encrypted.subarray(NONCE, NONCE + TAG));
  const text = [decipher.update(encrypted.subarray(NONCE + TAG)), decipher.final()];
  return Buffer.concat(text).toString("utf8");
}

const unavailable = (): Promise<never> => Promise.reject(new Error("Encryption is not available."));

type Used =
  | "isAsyncEncryptionAvailable"
  | "encryptStringAsync"
  | "decryptStringAsync"
  | "getSelectedStorageBackend";

const api: Pick<Electron.SafeStorage, Used> = {
  getSelectedStorageBackend: () => (isOn ? "gnome_libsecret" : "basic_text"),
  isAsyncEncryptionAvailable: () => Promise.resolve(isOn),
  encryptStringAsync: (text) => (isOn ? Promise.resolve(encrypt(text)) : unavailable()),
  decryptStringAsync: async (encrypted) =>
    isOn ? { result: decrypt(encrypted), shouldReEncrypt: false } : await unavailable(),
};

export const safeStorage = strict("safeStorage", api);
