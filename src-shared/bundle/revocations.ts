import { z } from "zod";
import { planIdSchema } from "../plan/ids.ts";
import { ascends, digestSchema } from "./identifiers.ts";
import type { BundleDigest, Fingerprint } from "./identifiers.ts";

const revokedSchema = z.strictObject({
  /** Bundles that stay admitted: those the office had merged, and what it adds. */
  keep: z.array(digestSchema).max(100_000).refine(ascends, { message: "not ascending" }),
  serial: z.int().positive(),
});

/** `revocations.json`, signed by the root. */
export const revocationListSchema = z.strictObject({
  format: z.literal("taizhang-revocations"),
  v: z.literal(1),
  plan: planIdSchema,
  revoked: z
    .array(revokedSchema)
    .max(10_000)
    .refine((revoked) => ascends(revoked.map((entry) => entry.serial)), { message: "not ascending" }),
});
export type RevocationList = z.infer<typeof revocationListSchema>;

/** A list and the root that signed it: serials are counted per root. */
export interface RootRevocations {
  readonly root: Fingerprint;
  readonly list: RevocationList;
}

/**
 * All lists ever seen are united: a serial is revoked once any list names it, a bundle is kept once any
 * list keeps it, so that an old list undoes nothing.
 */
export function isRevoked(
  lists: readonly RootRevocations[],
  root: Fingerprint,
  serial: number,
  digest: BundleDigest,
): boolean {
  const entries = lists
    .filter((known) => known.root === root)
    .flatMap((known) => known.list.revoked)
    .filter((entry) => entry.serial === serial);
  return entries.length > 0 && !entries.some((entry) => entry.keep.includes(digest));
}
