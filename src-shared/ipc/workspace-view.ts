import { z } from "zod";
import { deviceIdSchema } from "../ledger/record.ts";
import { unitKeySchema } from "../plan/ids.ts";
import { lockAfterSchema } from "./officer-views.ts";

/** What the windows show of the open workspace. */

const time = z.string();
const text = z.string();

export const roleSchema = z.enum(["office", "reporter"]);

/** How far a reporter's laptop is: it can fill in and print from the first, but seals only when `granted`. */
export const enrolmentSchema = z.enum([
  "no-key",
  "no-request",
  "requested",
  "granted",
  "expired",
  "revoked",
  "office",
]);

export const workspaceViewSchema = z.strictObject({
  dir: text,
  role: roleSchema,
  unit: z.strictObject({ key: unitKeySchema, name: text }),
  /** Name of the office or of the officer who filled in the first page. */
  name: text,
  /** Who works now. */
  officer: text,
  /** The program is locked: only the passphrase is answered. */
  locked: z.boolean(),
  /** Null where there is no key, and so nothing to lock with. */
  lockAfter: lockAfterSchema.nullable(),
  plan: z.strictObject({
    id: text,
    version: z.int(),
    /** `sha256:` and hex digits, of its canonical bytes: `plan.get` gives it. */
    digest: text,
    title: text,
    shortTitle: text,
    bundled: z.boolean(),
  }),
  /** 校验码: 64 hex digits of the office's root; null until one is pinned. */
  fingerprint: text.nullable(),
  /** All roots that were compared and pinned, the first one first. */
  roots: z.array(text),
  device: deviceIdSchema.nullable(),
  certificate: z
    .strictObject({ serial: z.int(), notBefore: time, notAfter: time, officers: z.array(text) })
    .nullable(),
  enrolment: enrolmentSchema,
  /** When this laptop last wrote an enrolment request. */
  requestedAt: time.nullable(),
  unlocked: z.boolean(),
  /** Workspace of the demonstration: figures are samples and marked so. */
  sample: z.boolean(),
});

export type WorkspaceView = z.infer<typeof workspaceViewSchema>;
