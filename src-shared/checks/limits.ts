/** Most characters (UTF-16 units) that a sealed record may hold, by member of the draft; the record schema's own. */
export const LINE_LIMIT = 200;
export const PERSON_LIMIT = 60;
export const REASON_LIMIT = 2000;
export const TEXT_LIMIT = 4000;
