import { draftSchema } from "#shared/checks/draft.ts";
import { evidenceSchema, revisionSchema, type Evidence } from "#shared/ledger/record.ts";
import { draftsCiting, recordsCiting, scansOfCopies } from "../../store/citations.ts";
import type { Session } from "../session.ts";

/** A file that something here cites, and where. */
export interface Citation {
  readonly item: string;
  readonly file: Evidence;
}

/** What drafts of any period and scans cite, and what this workspace itself sealed. Of a ledger that was found whole. */
export function citationsOf({ db }: Session): Citation[] {
  const drafts = draftsCiting(db).flatMap(({ item, text }) => {
    const draft = draftSchema.parse(JSON.parse(text));
    return ("evidence" in draft ? (draft.evidence ?? []) : []).map((file) => ({ item, file }));
  });
  const records = recordsCiting(db).flatMap(({ item, text }) => {
    const record = revisionSchema.parse(JSON.parse(text));
    const files = record.type === "task-progress" ? (record.body.evidence ?? []) : [];
    return files.map((file) => ({ item, file }));
  });
  const scans = scansOfCopies(db).flatMap(({ item, text }) =>
    evidenceSchema
      .array()
      .parse(JSON.parse(text))
      .map((file) => ({ item, file })),
  );
  return [...drafts, ...records, ...scans];
}

const CITED = /"sha256":"([0-9a-f]{64})"/g;

/** The same as SHA-256, read off the texts: whatever else they hold, what they name is not cleared away. */
export const namedAttachments = ({ db }: Session): ReadonlySet<string> =>
  new Set(
    [...draftsCiting(db), ...recordsCiting(db), ...scansOfCopies(db)].flatMap(({ text }) =>
      [...text.matchAll(CITED)].map(([, sha256 = ""]) => sha256),
    ),
  );
