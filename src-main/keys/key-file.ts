import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { z } from "zod";
import { suiteNameSchema } from "#shared/bundle/identifiers.ts";
import { parseCanonical, RECORD_DEPTH, toCanonicalBytes, toCanonicalText } from "#shared/ledger/canonical.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import { sha256Hex } from "./sha256.ts";

/** The file holding a workspace's private keys: canonical JSON and LF, secrets encrypted under a passphrase. */

const secretsSchema = z.strictObject({
  suite: suiteNameSchema,
  /** PEM PKCS #8 */
  privateKey: z.string().min(1).max(1000),
  /** `AGE-SECRET-KEY-1…` */
  ageIdentity: z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/),
});
export type Secrets = z.infer<typeof secretsSchema>;

export type KeyFileProblem = "wrong-passphrase" | "damaged-key-file";

const base64 = z.base64().max(20_000);
const headerSchema = z.strictObject({
  format: z.literal("taizhang-key"),
  v: z.literal(1),
  cipher: z.strictObject({ name: z.literal("aes-256-gcm"), nonce: base64 }),
  // NOTE: bounded, so that a planted file cannot make opening it take gigabytes or minutes.
  kdf: z.strictObject({
    N: z.union([z.literal(131_072), z.literal(262_144), z.literal(524_288), z.literal(1_048_576)]),
    name: z.literal("scrypt"),
    p: z.literal(1),
    r: z.literal(8),
    salt: base64,
  }),
});
type Header = z.infer<typeof headerSchema>;
/** `checksum`, SHA-256 over the other members, tells a damaged file from a wrong passphrase. */
const keyFileSchema = z.strictObject({
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  header: headerSchema,
  sealed: base64,
});

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The text of a new key file. Salt and nonce are fresh each time. */
export async function createKeyFile(secrets: Secrets, passphrase: string): Promise<string> {
  const header: Header = {
    format: "taizhang-key",
    v: 1,
    cipher: { name: "aes-256-gcm", nonce: randomBytes(NONCE_BYTES).toString("base64") },
    kdf: { N: 131_072, name: "scrypt", p: 1, r: 8, salt: randomBytes(32).toString("base64") },
  };
  const key = await deriveKey(header, passphrase);
  const cipher = createCipheriv("aes-256-gcm", key, Buffer.from(header.cipher.nonce, "base64"));
  cipher.setAAD(toCanonicalBytes(header));
  const plain = toCanonicalBytes(secretsSchema.parse(secrets));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    "base64",
  );
  wipe(key, plain);
  const body = { header, sealed };
  return `${toCanonicalText({ ...body, checksum: sha256Hex(toCanonicalBytes(body)) })}\n`;
}

export async function openKeyFile(
  file: string,
  passphrase: string,
): Promise<Result<Secrets, KeyFileProblem>> {
  const body = readKeyFile(file);
  if (body === null) return fail("damaged-key-file");
  const { header, sealed } = body;
  const key = await deriveKey(header, passphrase);
  const opened = decrypt(key, header, sealed);
  wipe(key);
  if (opened === null) return fail("wrong-passphrase");
  const parsed = parseCanonical(opened, { maxDepth: RECORD_DEPTH });
  wipe(opened);
  const secrets = secretsSchema.safeParse(parsed.ok ? parsed.value : null);
  return secrets.success ? ok(secrets.data) : fail("damaged-key-file");
}

/** The text of a key file with the same secrets under another passphrase. */
export async function changePassphrase(
  file: string,
  passphrase: string,
  newPassphrase: string,
): Promise<Result<string, KeyFileProblem>> {
  const secrets = await openKeyFile(file, passphrase);
  return secrets.ok ? ok(await createKeyFile(secrets.value, newPassphrase)) : secrets;
}

/** Whether the file is one that some passphrase opens. */
export const readKeyFileHeader = (file: string): boolean => readKeyFile(file) !== null;

function readKeyFile(file: string): { header: Header; sealed: Buffer } | null {
  const text = file.endsWith("\n") ? file.slice(0, -1) : file;
  const parsed = parseCanonical(Buffer.from(text, "utf8"), { maxDepth: RECORD_DEPTH });
  const body = keyFileSchema.safeParse(parsed.ok ? parsed.value : null);
  if (!body.success) return null;
  const { checksum, header, sealed } = body.data;
  if (sha256Hex(toCanonicalBytes({ header, sealed })) !== checksum) return null;
  if (Buffer.from(header.cipher.nonce, "base64").length !== NONCE_BYTES) return null;
  const bytes = Buffer.from(sealed, "base64");
  return bytes.length > TAG_BYTES ? { header, sealed: bytes } : null;
}

function decrypt(key: Buffer, header: Header, sealed: Buffer): Buffer | null {
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(header.cipher.nonce, "base64"), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(toCanonicalBytes(header));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** NOTE: what was made a string of, the runtime alone can let go. */
const wipe = (...secret: readonly Uint8Array[]): void => secret.forEach((bytes) => bytes.fill(0));

function deriveKey({ kdf }: Header, passphrase: string): Promise<Buffer> {
  const { N, r, p } = kdf;
  // Node refuses more than 32 MiB unless told; scrypt itself needs 128 * N * r bytes.
  const options = { N, r, p, maxmem: 128 * N * r + 64 * 1024 * 1024 };
  // NOTE: input methods differ in composing characters; NFC makes one passphrase of what looks like one.
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFC"), Buffer.from(kdf.salt, "base64"), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
