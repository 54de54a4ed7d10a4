import { z } from "zod";
import { deviceIdSchema } from "../ledger/record.ts";
import { unitKeySchema } from "../plan/ids.ts";

/** What the office sees of laptops and of its own further PCs. */

const time = z.string();
const digest = z.string();

/** What one device numbers, as it stands now: numbers that never came, and numbers that came twice. */
export const seriesViewSchema = z.strictObject({
  kind: z.string(),
  unit: unitKeySchema.nullable(),
  last: z.strictObject({ sequence: z.int(), receivedAt: time }),
  /** `digest` is what the bundle after the gap names as the one before it. */
  gaps: z.array(z.strictObject({ from: z.int(), to: z.int(), digest: digest.nullable() })),
  /** `here` of these digests have arrived; the others are only named by a bundle that follows them. */
  forks: z.array(z.strictObject({ sequence: z.int(), digests: z.array(digest), here: z.int() })),
});

export const refusalSchema = z.enum(["mismatch", "declined"]);

export const deviceViewSchema = z.strictObject({
  device: deviceIdSchema,
  unit: unitKeySchema,
  role: z.enum(["reporter", "office"]),
  /** Of its certificate, and of the root that signed it: serials count per root. */
  serial: z.int().nullable(),
  root: z.string().nullable(),
  officers: z.array(z.string()),
  state: z.enum(["requested", "refused", "granted", "revoked"]),
  at: time,
  notAfter: time.nullable(),
  lastBundle: z.strictObject({ sequence: z.int(), receivedAt: time }).nullable(),
  series: z.array(seriesViewSchema),
  /** A refused request: since when and why. */
  refused: z.strictObject({ at: time, why: refusalSchema }).nullable(),
  /** A revoked certificate: since when, where it was done here, and how many of its bundles stay. */
  revoked: z.strictObject({ at: time.nullable(), kept: z.int() }).nullable(),
});

const bundleLineSchema = z.strictObject({
  digest,
  kind: z.string(),
  sequence: z.int(),
  revisions: z.int(),
  createdAt: time,
  receivedAt: time,
});

/** What a revocation does, or did, to the bundles of a device. */
export const revocationViewSchema = z.strictObject({
  serial: z.int(),
  device: deviceIdSchema,
  unit: unitKeySchema,
  /** Merged and therefore kept. */
  kept: z.array(bundleLineSchema),
  /** Here but not merged: refused with the certificate unless kept by name. */
  aside: z.array(bundleLineSchema),
});

export const enrolEventSchema = z.strictObject({
  at: time,
  act: z.enum(["requested", "granted", "refused", "restored", "revoked", "kept"]),
  device: deviceIdSchema,
  unit: unitKeySchema,
  serial: z.int().nullable(),
  why: refusalSchema.nullable(),
});

export type SeriesView = z.infer<typeof seriesViewSchema>;
export type DeviceView = z.infer<typeof deviceViewSchema>;
export type RevocationView = z.infer<typeof revocationViewSchema>;
export type BundleLine = z.infer<typeof bundleLineSchema>;
export type EnrolEventView = z.infer<typeof enrolEventSchema>;
export type Refusal = z.infer<typeof refusalSchema>;
