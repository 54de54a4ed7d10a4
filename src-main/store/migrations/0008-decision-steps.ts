/** Which decisions of the office were taken in one act, so that the act can be taken back. Does not travel. */
export const decisionSteps = `
CREATE TABLE decision_step (no INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT;
CREATE TABLE step_decision (
  step INTEGER NOT NULL REFERENCES decision_step (no) ON DELETE CASCADE, record TEXT NOT NULL,
  PRIMARY KEY (step, record)
) STRICT, WITHOUT ROWID;
`;
