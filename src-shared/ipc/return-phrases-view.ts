import { z } from "zod";

/** 常用意见: sentences that the office writes again and again, in its own order; each fits one line of a comment. */
export const LONGEST_PHRASE = 200;
export const MOST_PHRASES = 30;

export const returnPhrasesSchema = z
  .array(z.string().trim().min(1).max(LONGEST_PHRASE))
  .max(MOST_PHRASES)
  .refine((phrases) => new Set(phrases).size === phrases.length);
