import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { LIMITS } from "#shared/bundle/limits.ts";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import type { ByteSource } from "./byte-source.ts";
import { pieces } from "./byte-source.ts";

/** Encryption on the road: binary age v1, X25519 recipients. */

const HEADER = new TextEncoder().encode("age-encryption.org/v1\n");

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

/** Any one of the recipients can decrypt. Throws on a recipient that is none: see `isRecipient`. */
export async function encryptTo(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error("no recipient");
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

export async function isAgeFile(source: ByteSource): Promise<boolean> {
  if (source.size < HEADER.length) return false;
  return HEADER.every(matches(await source.read(0, HEADER.length)));
}

const matches =
  (bytes: Uint8Array) =>
  (byte: number, i: number): boolean =>
    bytes[i] === byte;

export type DecryptProblem = "cannot-decrypt" | "damaged" | "too-large";

/** The decrypted bytes, never more than a bundle may have. A file no identity opens is `cannot-decrypt`. */
export async function decryptWith(
  identities: readonly string[],
  source: ByteSource,
): Promise<Result<Uint8Array, DecryptProblem>> {
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
    const plain = await decrypter.decrypt(streamOf(source));
    return await collect(plain);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw error;
    return fail(openedByNone ? "cannot-decrypt" : "damaged");
  }
}

function streamOf(source: ByteSource): ReadableStream<Uint8Array> {
  const remaining = pieces(source, 0, source.size);
  return new ReadableStream({
    async pull(controller) {
      const next = await remaining.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

async function collect(plain: ReadableStream<Uint8Array>): Promise<Result<Uint8Array, "too-large">> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of plain) {
    size += chunk.length;
    if (size > LIMITS.bundle) return fail("too-large");
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks, size));
}
