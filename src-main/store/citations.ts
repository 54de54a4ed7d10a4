import type { Database } from "./database.ts";

/**
 * Stored texts that may cite 附件, found by the member's name: drafts of any period, revisions sealed here, and
 * scans of review copies. What
 * others sealed came in a bundle that brings the files along.
 */

const DRAFTS = `SELECT item, body AS text FROM draft WHERE instr(body, '"evidence"') > 0`;
const RECORDS = `SELECT item, canonical AS text FROM record
  WHERE family = 'revision' AND local = 1 AND instr(canonical, '"evidence"') > 0`;
const SCANS = `SELECT 'review-copy:' || period AS item, scan AS text FROM review_copy WHERE scan <> '[]'`;

interface CitingText {
  readonly item: string;
  readonly text: string;
}

export const draftsCiting = (db: Database): CitingText[] => db.rowsOf<CitingText>(DRAFTS);
export const recordsCiting = (db: Database): CitingText[] => db.rowsOf<CitingText>(RECORDS);
export const scansOfCopies = (db: Database): CitingText[] => db.rowsOf<CitingText>(SCANS);
