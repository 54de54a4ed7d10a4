import { workspaceTables } from "./0001-workspace.ts";
import { enrolEvents } from "./0002-enrol-events.ts";
import { draftSteps } from "./0010-draft-steps.ts";
import { officersTable } from "./0011-officers.ts";
import { draftsSetAside } from "./0012-drafts-set-aside.ts";

/** All migrations in order; `user_version` is the number of those applied. Never edited once released. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: "0001-workspace", sql: workspaceTables },
  { name: "0002-enrol-events", sql: enrolEvents },
  { name: "0010-draft-steps", sql: draftSteps },
  { name: "0011-officers", sql: officersTable },
  { name: "0012-drafts-set-aside", sql: draftsSetAside },
];
