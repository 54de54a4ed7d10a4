/**
 * 已告知: refused files of which the county was told, for which reason, by whom and when. Noted in this workspace alone;
 * the mark goes with the file.
 */
export const quarantineTold = `
CREATE TABLE quarantine_told (
  sha256 TEXT PRIMARY KEY REFERENCES quarantine (sha256) ON DELETE CASCADE,
  reason TEXT NOT NULL, told_by TEXT NOT NULL, told_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
