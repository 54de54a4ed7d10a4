/** China has one time zone and no summer time; paper shows its wall clock wherever the laptop stands. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

const wallClock = (time: string): string => {
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) throw new Error(`not a time: ${time}`);
  return new Date(ms + CHINA_OFFSET_MS).toISOString();
};

/** `2025-07-08` of an ISO time. */
export const paperDay = (time: string): string => wallClock(time).slice(0, 10);

/** `2025-07-08 16:20` of an ISO time. */
export const paperMinute = (time: string): string => wallClock(time).slice(0, 16).replace("T", " ");

/** `2025年7月8日` of a `YYYY-MM-DD`. */
export function writtenDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}
