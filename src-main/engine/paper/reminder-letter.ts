import { appError } from "#shared/errors.ts";
import { replyBy } from "#shared/paper/reminder.ts";
import { reminderLetterSchema, type ReminderLetter } from "#shared/paper/reminder-letter.ts";
import { chinaDay } from "#shared/plan/china-day.ts";
import { fail, ok } from "#shared/result.ts";
import { readFact, writeFact } from "../../store/facts.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/** Letters ask for an answer by the end of an office's day. */
const LAST_HOUR = 17;

/** What reminders say on this PC; a day that has passed is followed by the next that would be proposed. */
export function letterOf(session: Session): ReminderLetter {
  const today = chinaDay(now(session));
  const proposed = { day: replyBy(session.plan, today), hour: LAST_HOUR };
  const kept = readFact(session.db, "reminder-letter");
  if (kept === undefined) return { contact: session.officer, phone: "", ...proposed };
  const letter = reminderLetterSchema.parse(JSON.parse(kept));
  return letter.day < today ? { ...letter, ...proposed } : letter;
}

export const reminderLetter = (session: Session): Answer<ReminderLetter> =>
  session.role === "office" ? ok(letterOf(session)) : fail(appError("wrong-role"));

export function putReminderLetter(session: Session, letter: ReminderLetter): Answer<ReminderLetter> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  writeFact(session.db, "reminder-letter", JSON.stringify(letter));
  return reminderLetter(session);
}
