import { z } from "zod";

/** `2024-03` (month, or 1—2月 as `2024-02`), `2024-Q1` or `2024`. */
export const periodSchema = z
  .string()
  .regex(/^20\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$/)
  .brand<"Period">();
export type Period = z.infer<typeof periodSchema>;

/** GB/T 2260 code (`360981`) or a local key (`YC-JKQ`, `gxj`) where the standard gives none. */
export const unitKeySchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
  .brand<"UnitKey">();
export type UnitKey = z.infer<typeof unitKeySchema>;

export const planIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** Ids of indicators (`T02-1`), inputs, chains, registers and rules. */
export const nameSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/);

/**
 * The item of a record's subject: `task:2`, `contact:2`, `indicator:T02-1`,
 * `indicator:T12-1/new-energy`, `register:chain-leaders`, `register:chain-leaders/<row key>` or `period`.
 */
export const itemSchema = z
  .string()
  .max(300)
  .regex(
    /^(task:[1-9]\d{0,2}|contact:[1-9]\d{0,2}|indicator:[A-Za-z0-9-]+(\/[a-z0-9-]+)?|register:[a-z0-9-]+(\/[^/]+)?|period)$/u,
  )
  .brand<"Item">();
export type Item = z.infer<typeof itemSchema>;

/** Decimal string of the format page: no exponent, no trailing zero, never `-0`. */
export const decimalSchema = z
  .string()
  .regex(/^(?!-0$)-?(0|[1-9]\d{0,17})(\.\d{0,5}[1-9])?$/)
  .brand<"Decimal">();
export type DecimalString = z.infer<typeof decimalSchema>;

export const isoDateSchema = z.iso.date();
