/** 送审稿 that were printed here: when, with which 核对码, what the answers were then, and the scan of the stamped paper. */
export const reviewCopies = `
CREATE TABLE review_copy (
  no INTEGER PRIMARY KEY, period TEXT NOT NULL, printed_at TEXT NOT NULL, check_code TEXT NOT NULL,
  answers TEXT NOT NULL, scan TEXT NOT NULL
) STRICT;
CREATE INDEX review_copy_period ON review_copy (period);
`;
