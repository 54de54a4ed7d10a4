import { fingerprintSchema } from "#shared/bundle/identifiers.ts";
import type { Fingerprint } from "#shared/bundle/identifiers.ts";
import { deviceIdSchema } from "#shared/ledger/record.ts";
import type { DeviceId } from "#shared/ledger/record.ts";
import { sha256Hex } from "./sha256.ts";
import type { PublicKey } from "./suite.ts";

/** First 32 hex digits of SHA-256 over the DER SPKI. */
export const deviceIdOf = (key: PublicKey): DeviceId => deviceIdSchema.parse(sha256Hex(key.der).slice(0, 32));

/** All 64 hex digits: what a person compares to pin a root (校验码). */
export const fingerprintOf = (key: PublicKey): Fingerprint => fingerprintSchema.parse(sha256Hex(key.der));
