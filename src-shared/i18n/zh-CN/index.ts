import { charts } from "./charts.ts";
import { doubleKeys } from "./double-keys.ts";
import { snapshots } from "./snapshots.ts";
import { taskBoard } from "./task-board.ts";
import { years } from "./years.ts";
import { answers } from "./answers.ts";
import { attachments } from "./attachments.ts";
import { checks } from "./checks.ts";
import { carried } from "./carried.ts";
import { cli } from "./cli.ts";
import { common } from "./common.ts";
import { completeness } from "./completeness.ts";
import { conflict } from "./conflict.ts";
import { devices } from "./devices.ts";
import { evaluation } from "./evaluation.ts";
import { exemplary } from "./exemplary.ts";
import { entry } from "./entry.ts";
import { errors } from "./errors.ts";
import { firstStart } from "./first-start.ts";
import { history } from "./history.ts";
import { inbox } from "./inbox.ts";
import { lights } from "./lights.ts";
import { monitoring } from "./monitoring.ts";
import { officeConflict } from "./office-conflict.ts";
import { officeHome } from "./office-home.ts";
import { officers } from "./officers.ts";
import { ownEntries } from "./own-entries.ts";
import { paper } from "./paper.ts";
import { papers } from "./papers.ts";
import { paste } from "./paste.ts";
import { plan } from "./plan.ts";
import { planEdit } from "./plan-edit.ts";
import { planNews } from "./plan-news.ts";
import { reasons } from "./reasons.ts";
import { registerPaste } from "./register-paste.ts";
import { registers } from "./registers.ts";
import { reporterHome } from "./reporter-home.ts";
import { review } from "./review.ts";
import { rollup } from "./rollup.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { states } from "./states.ts";
import { submission } from "./submission.ts";
import { tasks } from "./tasks.ts";
import { trace } from "./trace.ts";
import { workbook } from "./workbook.ts";
import { writeOut } from "./write-out.ts";

/** Chinese comes first: its keys are the keys. One file per feature, the same name in both languages. */
export const zhCN = {
  answers,
  attachments,
  checks,
  carried,
  cli,
  common,
  completeness,
  conflict,
  devices,
  entry,
  evaluation,
  exemplary,
  errors,
  firstStart,
  history,
  inbox,
  lights,
  monitoring,
  officeConflict,
  officeHome,
  officers,
  ownEntries,
  paper,
  papers,
  paste,
  plan,
  planEdit,
  planNews,
  reasons,
  registerPaste,
  registers,
  reporterHome,
  review,
  rollup,
  settings,
  shell,
  states,
  submission,
  tasks,
  trace,
  workbook,
  writeOut,
  charts,
  doubleKeys,
  snapshots,
  taskBoard,
  years,
} as const;
