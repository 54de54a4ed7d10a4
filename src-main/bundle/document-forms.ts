import type { z } from "zod";
import { CERTIFICATE_FORMAT } from "#shared/bundle/certificate.ts";
import { enrolGrantSchema, enrolRequestSchema } from "#shared/bundle/enrolment.ts";
import type { EnrolGrant, EnrolRequest } from "#shared/bundle/enrolment.ts";
import { manifestSchema } from "#shared/bundle/manifest.ts";
import type { Manifest } from "#shared/bundle/manifest.ts";
import { receiptSchema } from "#shared/bundle/receipt.ts";
import type { Receipt } from "#shared/bundle/receipt.ts";
import { revocationListSchema } from "#shared/bundle/revocations.ts";
import type { RevocationList } from "#shared/bundle/revocations.ts";
import { PLAN_DEPTH } from "#shared/ledger/canonical.ts";
import { planSchema } from "#shared/plan/schema.ts";
import type { Plan } from "#shared/plan/schema.ts";

/** The one allowed form of each kind of document in a bundle, certificates apart. */
export interface DocumentForm<T> {
  readonly format: string;
  readonly schema: z.ZodType<T>;
  readonly maxDepth?: number;
  /** `format` of the signed object that stands within as the member `certificate`. */
  readonly certificate?: string;
}

export const MANIFEST_FORM: DocumentForm<Manifest> = { format: "taizhang-bundle", schema: manifestSchema };
export const PLAN_FORM: DocumentForm<Plan> = {
  format: "taizhang-plan",
  schema: planSchema,
  maxDepth: PLAN_DEPTH,
};
export const RECEIPT_FORM: DocumentForm<Receipt> = { format: "taizhang-receipt", schema: receiptSchema };
export const REQUEST_FORM: DocumentForm<EnrolRequest> = {
  format: "taizhang-enrol-request",
  schema: enrolRequestSchema,
};
export const GRANT_FORM: DocumentForm<EnrolGrant> = {
  format: "taizhang-enrol-grant",
  schema: enrolGrantSchema,
  certificate: CERTIFICATE_FORMAT,
};
export const REVOCATIONS_FORM: DocumentForm<RevocationList> = {
  format: "taizhang-revocations",
  schema: revocationListSchema,
};
