/** 典型经验: progress that the office picked out, as it read then. The office's own notes: in no record, in no bundle. */
export const exemplaryTable = `
CREATE TABLE exemplary (
  unit TEXT NOT NULL, period TEXT NOT NULL, item TEXT NOT NULL, revision TEXT NOT NULL, body TEXT NOT NULL,
  marked_by TEXT NOT NULL, marked_at TEXT NOT NULL, PRIMARY KEY (unit, period, item)
) STRICT, WITHOUT ROWID;
`;
