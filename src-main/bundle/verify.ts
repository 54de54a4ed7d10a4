import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import type { Result } from "#shared/result.ts";
import { bytesSource } from "./byte-source.ts";
import type { ByteSource } from "./byte-source.ts";
import { judgeContent, judgeOrigin, rejected } from "./judge.ts";
import { openArchive, type OpenedArchive } from "./open.ts";
import { memoryScratch, plainBundle } from "./plain-bundle.ts";
import type { RecordVisitor } from "./read-records.ts";
import { rootOfBundle } from "./root-of-bundle.ts";
import type { Refusal } from "./refusal.ts";
import type { Trust, Verdict } from "./types.ts";

/**
 * Judges a bundle on a root that is chosen once the one it brings is seen: for people who compare 校验码, and for
 * files that no workspace trusts. `root` is the one it was judged on.
 */
export async function verifyOnRoot(
  file: ByteSource,
  choose: (brought: Fingerprint | null) => Fingerprint | null,
): Promise<{ readonly verdict: Verdict; readonly root: Fingerprint | null }> {
  const archive = await archiveOf(file, []);
  const root = choose(archive.ok ? rootOfBundle(archive.value) : null);
  const roots = root === null ? [] : [root];
  const trust: Trust = { roots, revocations: [], plans: null, identities: [] };
  return { verdict: archive.ok ? judgeArchive(archive.value, trust) : rejected(archive.error), root };
}

/**
 * Judges a bundle file (`.tzb` or `.tzb.age`) in the order of the format page: the first reason wins, and no
 * record is parsed before signature and digests hold. Nothing a hostile file may hold makes it throw. An encrypted
 * file is decrypted in memory.
 */
export async function verifyBundle(
  file: Uint8Array | ByteSource,
  trust: Trust,
  visit?: RecordVisitor,
): Promise<Verdict> {
  const source = file instanceof Uint8Array ? bytesSource(file) : file;
  const archive = await archiveOf(source, trust.identities);
  return archive.ok ? judgeArchive(archive.value, trust, visit) : rejected(archive.error);
}

async function archiveOf(
  file: ByteSource,
  identities: readonly string[],
): Promise<Result<OpenedArchive, Refusal>> {
  const plain = await plainBundle(file, identities, memoryScratch());
  return plain.ok ? openArchive(plain.value) : plain;
}

function judgeArchive(archive: OpenedArchive, trust: Trust, visit?: RecordVisitor): Verdict {
  const origin = judgeOrigin(archive, trust);
  return origin.ok ? judgeContent(origin.value, trust, visit) : origin.error;
}
