/**
 * 暂用: the side that 含待审 counts while the versions of a subject differ. `heads`: the revisions that it was chosen
 * among, ascending, as a JSON array; once they are others the choice has lapsed. Does not travel.
 */
export const provisionalChoices = `
CREATE TABLE provisional_choice (
  unit TEXT NOT NULL, period TEXT NOT NULL, item TEXT NOT NULL, revision TEXT NOT NULL, heads TEXT NOT NULL,
  PRIMARY KEY (unit, period, item)
) STRICT, WITHOUT ROWID;
`;
