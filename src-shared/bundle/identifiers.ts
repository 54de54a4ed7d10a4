import { z } from "zod";

/** Signature and digest suites; one per root, equal in root, signer and manifest. */
export const SUITE_NAMES = ["ed25519-sha256", "sm2-sm3"] as const;
export const suiteNameSchema = z.enum(SUITE_NAMES);
export type SuiteName = z.infer<typeof suiteNameSchema>;
export const DEFAULT_SUITE: SuiteName = "ed25519-sha256";

/** `sha256:` or `sm3:` and 64 hex digits: of `manifest.json` it is the bundle's identity. */
export const digestSchema = z
  .string()
  .regex(/^(sha256|sm3):[0-9a-f]{64}$/)
  .brand<"BundleDigest">();
export type BundleDigest = z.infer<typeof digestSchema>;

/** The 64 hex digits of a digest, without its algorithm. */
export const hexOf = (digest: BundleDigest): string => digest.slice(digest.indexOf(":") + 1);

/** 校验码: SHA-256 over a root's DER SPKI, 64 hex digits. */
export const fingerprintSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"Fingerprint">();
export type Fingerprint = z.infer<typeof fingerprintSchema>;

/** PEM SPKI in its one form: 64 characters a line, LF, LF at the end. Keys are read by the suite. */
export const publicKeySchema = z
  .string()
  .regex(/^-----BEGIN PUBLIC KEY-----\n(?:[A-Za-z0-9+/=]{1,64}\n){1,20}-----END PUBLIC KEY-----\n$/);

/** An age X25519 recipient. */
export const recipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

/** Whether the texts ascend strictly, which also says that none stands twice. */
export const ascends = <T extends string | number>(values: readonly T[]): boolean =>
  values.every((value, i) => {
    const before = values[i - 1];
    return before === undefined || before < value;
  });
