const OFFSET_MS = 8 * 3_600_000;

/** Calendar day in China (UTC+8, no daylight saving) of an ISO time: what due days are held against. */
export const chinaDay = (isoTime: string): string =>
  new Date(Date.parse(isoTime) + OFFSET_MS).toISOString().slice(0, 10);
