import { z } from "zod";

// NOTE: the forbidden set is the format page's: controls, bidi and zero-width marks, tags, BOM.
const FORBIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const FORBIDDEN_LONG =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

export const isCleanLine = (text: string): boolean => text.isWellFormed() && !FORBIDDEN.test(text);
export const isCleanLongText = (text: string): boolean => text.isWellFormed() && !FORBIDDEN_LONG.test(text);

export const lineSchema = z.string().refine(isCleanLine, { message: "forbidden character" });
export const longTextSchema = z.string().refine(isCleanLongText, { message: "forbidden character" });

/** `YYYY-MM-DDTHH:MM:SS.sssZ`, a real date, seconds 00–59. */
export const isTime = (text: string): boolean => {
  if (text === lastTime) return true;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false;
  const time = Date.parse(text);
  if (Number.isNaN(time) || new Date(time).toISOString() !== text) return false;
  lastTime = text;
  return true;
};
/** The records of a bundle mostly carry one time. */
let lastTime: string | null = null;

export const timeSchema = z.string().refine(isTime, { message: "not a time" });
