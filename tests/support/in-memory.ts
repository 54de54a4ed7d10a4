import { encryptInto } from "#main/bundle/age.ts";
import { assembleBundle } from "#main/bundle/assemble.ts";
import { bytesSource, wholeOf, type ByteSource } from "#main/bundle/byte-source.ts";
import { memoryScratch } from "#main/bundle/plain-bundle.ts";
import { sealBundle, type SealRefusal } from "#main/bundle/seal.ts";
import type { OpenedRecord, SealedBundle, SealInput, Trust, Verdict } from "#main/bundle/types.ts";
import { verifyBundle } from "#main/bundle/verify.ts";
import { writeZip } from "#main/bundle/zip-write.ts";
import { fail, ok, type Result } from "#shared/result.ts";

/** What the program writes to files, in memory: bundles small enough to be looked at whole. */

export interface BundleInMemory extends SealedBundle {
  readonly bytes: Uint8Array;
  readonly source: ByteSource;
}

export async function assembled(input: SealInput): Promise<BundleInMemory> {
  const scratch = memoryScratch();
  const sealed = await assembleBundle(input, scratch);
  return { ...sealed, source: scratch.source(), bytes: wholeOf(scratch.source()) };
}

export async function sealedInMemory(input: SealInput): Promise<Result<BundleInMemory, SealRefusal>> {
  const scratch = memoryScratch();
  const sealed = await sealBundle(input, scratch);
  if (!sealed.ok) return fail(sealed.error);
  return ok({ ...sealed.value, source: scratch.source(), bytes: wholeOf(scratch.source()) });
}

export async function encryptTo(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await encryptInto(bytesSource(bytes), recipients, (piece) => void pieces.push(piece));
  return Buffer.concat(pieces);
}

export async function zipBytes(entries: Iterable<readonly [string, Uint8Array]>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const sources = Array.from(entries, ([name, bytes]) => ({ name, source: bytesSource(bytes) }));
  await writeZip(sources, (piece) => void pieces.push(Buffer.from(piece)));
  return Buffer.concat(pieces);
}

/** The verdict and every record that was read on the way to it. */
export async function verdictAndRecords(
  file: Uint8Array,
  trust: Trust,
): Promise<{ readonly verdict: Verdict; readonly records: readonly OpenedRecord[] }> {
  const records: OpenedRecord[] = [];
  const verdict = await verifyBundle(file, trust, (entry) => void records.push(entry));
  return { verdict, records };
}
