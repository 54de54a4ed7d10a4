/** Most that a workbook may be; one that is more is refused before work begins. */

export const FILE_BYTES = 10 * 1024 * 1024;
export const UNPACKED_BYTES = 64 * 1024 * 1024;
export const ARCHIVE_ENTRIES = 300;
export const SHEETS = 60;
export const ROWS = 5000;
export const COLUMNS = 100;
/** UTF-16 units; more than any member of a draft may hold. */
export const CELL_LENGTH = 20_000;
