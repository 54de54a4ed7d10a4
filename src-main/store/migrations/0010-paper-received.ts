/**
 * Signed sheets that lie in the office: the 核对码 that was read off (null: ticked by hand) and whether it was that of
 * the data then. Does not travel.
 */
export const paperReceived = `
CREATE TABLE paper_received (
  unit TEXT NOT NULL, period TEXT NOT NULL, received_at TEXT NOT NULL, code TEXT, agrees INTEGER,
  PRIMARY KEY (period, unit)
) STRICT, WITHOUT ROWID;
`;
