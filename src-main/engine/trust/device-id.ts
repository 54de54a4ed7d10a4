import { deviceIdSchema, type DeviceId } from "#shared/ledger/record.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { Database } from "../../store/database.ts";
import { readFact, writeFact } from "../../store/facts.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** The device's id is known without its passphrase: it is no secret, and the office signs nothing to decide. */

export const rememberDeviceId = (db: Database, device: string): void => writeFact(db, "device", device);

export function readDeviceId(db: Database): DeviceId | null {
  const device = readFact(db, "device");
  return device === undefined ? null : deviceIdSchema.parse(device);
}

export function requireDeviceId(session: Session): Answer<DeviceId> {
  const device = readDeviceId(session.db);
  return device === null ? fail(appError("no-key")) : ok(device);
}
