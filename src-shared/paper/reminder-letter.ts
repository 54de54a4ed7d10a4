import { z } from "zod";

/** What the office says in every 催报单: whom to ask, and until when to answer. */
export const reminderLetterSchema = z.strictObject({
  contact: z.string().trim().max(200),
  /** Empty leaves a line to be written on. */
  phone: z.string().trim().max(200),
  /** A day, and a full hour of it in China. */
  day: z.iso.date(),
  hour: z.int().min(0).max(23),
});
export type ReminderLetter = z.infer<typeof reminderLetterSchema>;
