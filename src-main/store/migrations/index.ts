import { workspaceTables } from "./0001-workspace.ts";
import { enrolEvents } from "./0002-enrol-events.ts";
import { draftSteps } from "./0003-draft-steps.ts";
import { officersTable } from "./0004-officers.ts";
import { draftsSetAside } from "./0005-drafts-set-aside.ts";
import { reviewCopies } from "./0006-review-copies.ts";
import { planVersionTimes } from "./0007-plan-version-times.ts";
import { decisionSteps } from "./0008-decision-steps.ts";
import { exemplaryTable } from "./0009-exemplary.ts";
import { paperReceived } from "./0010-paper-received.ts";
import { provisionalChoices } from "./0011-provisional-choices.ts";
import { quarantineTold } from "./0012-quarantine-told.ts";

/** All migrations in order; `user_version` is the number of those applied. Never edited once released. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: "0001-workspace", sql: workspaceTables },
  { name: "0002-enrol-events", sql: enrolEvents },
  { name: "0003-draft-steps", sql: draftSteps },
  { name: "0004-officers", sql: officersTable },
  { name: "0005-drafts-set-aside", sql: draftsSetAside },
  { name: "0006-review-copies", sql: reviewCopies },
  { name: "0007-plan-version-times", sql: planVersionTimes },
  { name: "0008-decision-steps", sql: decisionSteps },
  { name: "0009-exemplary", sql: exemplaryTable },
  { name: "0010-paper-received", sql: paperReceived },
  { name: "0011-provisional-choices", sql: provisionalChoices },
  { name: "0012-quarantine-told", sql: quarantineTold },
];
