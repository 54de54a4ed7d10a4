const OFFSET_MS = 8 * 3_600_000;

/** Wall clock in China of an ISO time, `2025-07-07T14:03:22.000`. */
export const chinaTime = (isoTime: string): string =>
  new Date(Date.parse(isoTime) + OFFSET_MS).toISOString().slice(0, -1);

/** Calendar day in China (UTC+8, no daylight saving) of an ISO time: what due days are held against. */
export const chinaDay = (isoTime: string): string => chinaTime(isoTime).slice(0, 10);
