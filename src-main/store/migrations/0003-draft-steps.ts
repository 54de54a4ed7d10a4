/**
 * How the drafts of a period came to be, step by step: what undo and redo walk over, and the history of a draft.
 * `place`: can be undone (`done`), can be redone (`undone`), or neither any more (`settled`). `basis` is where the
 * ledger stood for the item when it was typed.
 */
export const draftSteps = `
CREATE TABLE draft_step (
  no INTEGER PRIMARY KEY, period TEXT NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, act TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('done', 'undone', 'settled'))
) STRICT;
CREATE INDEX draft_step_period ON draft_step (period, place);

CREATE TABLE draft_change (
  step INTEGER NOT NULL REFERENCES draft_step (no) ON DELETE CASCADE,
  item TEXT NOT NULL, before TEXT, after TEXT, basis TEXT NOT NULL, PRIMARY KEY (step, item)
) STRICT, WITHOUT ROWID;
`;
