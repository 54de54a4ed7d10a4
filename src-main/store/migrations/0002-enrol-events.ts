/** What this office did about laptops, in the order it was done. A refusal is no more than this: nothing is signed. */
export const enrolEvents = `
CREATE TABLE enrol_event (
  no INTEGER PRIMARY KEY, at TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('granted', 'refused', 'restored', 'revoked', 'kept')),
  device TEXT NOT NULL, unit TEXT NOT NULL, request TEXT, serial INTEGER, why TEXT
) STRICT;
`;
