/** Drafts as they were when a newer plan came that has no place for all of them. Kept to be read and copied. */
export const draftsSetAside = `
CREATE TABLE draft_set_aside (
  no INTEGER PRIMARY KEY, period TEXT NOT NULL, item TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL,
  author TEXT NOT NULL, plan_version INTEGER NOT NULL, whole INTEGER NOT NULL
) STRICT;
`;
