/** People who work on this laptop, by name; `roles` is a JSON array of filler, reviewer, head. Never leaves it. */
export const officersTable = `
CREATE TABLE officer (name TEXT PRIMARY KEY, roles TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
