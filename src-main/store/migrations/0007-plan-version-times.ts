/** When a version of the plan came to be held; unknown for those of before. */
export const planVersionTimes = `
ALTER TABLE plan_version ADD COLUMN held_at TEXT;
`;
