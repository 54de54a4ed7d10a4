import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { LIMITS } from "#shared/bundle/limits.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import type { ByteSource } from "./byte-source.ts";
import { readableOf } from "./byte-source.ts";

/** Encryption on the road: binary age v1, X25519 recipients. */

const HEADER = new TextEncoder().encode("age-encryption.org/v1\n");
export const AGE_HEADER_SIZE = HEADER.length;

export interface AgeKeyPair {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
}

export async function generateAgeKeyPair(): Promise<AgeKeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Any one of the recipients can decrypt what `write` is given. Throws on a recipient that is none: see `isRecipient`. */
export async function encryptInto(
  source: ByteSource,
  recipients: readonly string[],
  write: (piece: Uint8Array) => void,
): Promise<void> {
  if (recipients.length === 0) throw new Error("no recipient");
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  for await (const piece of await encrypter.encrypt(readableOf(source))) write(piece);
}

export function isAgeFile(source: ByteSource): boolean {
  if (source.size < HEADER.length) return false;
  const head = source.read(0, HEADER.length);
  return HEADER.every((byte, i) => head[i] === byte);
}

export type DecryptProblem = "cannot-decrypt" | "damaged" | "too-large";

/**
 * Hands the decrypted bytes to `write` in pieces, never more than a bundle may have; what was written before a
 * failure is worthless. A file no identity opens is `cannot-decrypt`.
 */
export async function decryptInto(
  source: ByteSource,
  identities: readonly string[],
  write: (piece: Uint8Array) => void,
): Promise<Result<void, DecryptProblem>> {
  let openedByNone = false;
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  // Asked last, and only when no identity before it opened the file.
  decrypter.addIdentity({
    unwrapFileKey() {
      openedByNone = true;
      return null;
    },
  });
  try {
    return await passOn(await decrypter.decrypt(readableOf(source)), write);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw error;
    return fail(openedByNone ? "cannot-decrypt" : "damaged");
  }
}

async function passOn(
  plain: ReadableStream<Uint8Array>,
  write: (piece: Uint8Array) => void,
): Promise<Result<void, "too-large">> {
  let size = 0;
  for await (const chunk of plain) {
    size += chunk.length;
    if (size > LIMITS.bundle) return fail("too-large");
    write(chunk);
  }
  return ok(undefined);
}
