import {
  indicatorValueSchema,
  registerConfirmationSchema,
  registerRowSchema,
  type IndicatorValue,
  type RegisterConfirmation,
  type RegisterRow,
} from "#shared/ledger/record.ts";

/** Bodies read back from the projection as the kind their item says; absent where there is none. */

export const indicatorFits = (text: string | null): IndicatorValue | undefined =>
  text === null ? undefined : indicatorValueSchema.parse(JSON.parse(text));

export const rowFits = (text: string | null): RegisterRow | undefined =>
  text === null ? undefined : registerRowSchema.parse(JSON.parse(text));

export const confirmationFits = (text: string | null): RegisterConfirmation | undefined =>
  text === null ? undefined : registerConfirmationSchema.parse(JSON.parse(text));
