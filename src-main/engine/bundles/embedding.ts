import { embeddedDigestHex } from "#shared/bundle/entries.ts";
import { digestSchema, hexOf, type BundleDigest } from "#shared/bundle/identifiers.ts";
import { manifestSchema } from "#shared/bundle/manifest.ts";
import type { ByteSource } from "../../bundle/byte-source.ts";
import type { BundleRow } from "../../store/tables.ts";
import { archivedBundle } from "./archive.ts";
import type { Session } from "../session.ts";

/** Original bundles on their way inside another. */

export interface Embedded {
  readonly digest: BundleDigest;
  readonly source: ByteSource;
}

/** The archived originals of these bundles, ascending by digest; what the archive has lost is left out. */
export function originalsOf(session: Session, digests: Iterable<string>): Embedded[] {
  return [...new Set(digests)].toSorted().flatMap((digest) => {
    const source = archivedBundle(session, digest);
    return source === null ? [] : [{ digest: digestSchema.parse(digest), source }];
  });
}

/** Digests, as hex, that bundles of this workspace have carried inside them. */
export const carriedBy = (rows: readonly BundleRow[]): Set<string> =>
  new Set(
    rows.flatMap(({ manifest }) =>
      manifestSchema.parse(JSON.parse(manifest)).files.flatMap(({ path }) => embeddedDigestHex(path) ?? []),
    ),
  );

export const isCarried = (carried: ReadonlySet<string>, digest: string): boolean =>
  carried.has(hexOf(digestSchema.parse(digest)));

/** How much one bundle takes of others; well under the limits of the format, which count its other entries too. */
export interface PartLimit {
  readonly bytes: number;
  readonly bundles: number;
}

export const PART_LIMIT: PartLimit = { bytes: 384 * 1024 * 1024, bundles: 9_000 };

/** The bundles in as few groups as the limit allows, in order; one empty group where there are none. */
export function inParts(bundles: readonly Embedded[], limit: PartLimit = PART_LIMIT): Embedded[][] {
  const parts: Embedded[][] = [[]];
  let bytes = 0;
  for (const bundle of bundles) {
    const last = parts.at(-1) ?? [];
    const isFull =
      last.length > 0 && (bytes + bundle.source.size > limit.bytes || last.length >= limit.bundles);
    if (isFull) {
      parts.push([bundle]);
      bytes = 0;
    } else last.push(bundle);
    bytes += bundle.source.size;
  }
  return parts;
}
