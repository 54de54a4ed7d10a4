import { registerBackup } from "./backup.ts";
import { registerConflicts } from "./conflicts.ts";
import { registerEnrol } from "./enrol.ts";
import { registerEntry } from "./entry.ts";
import { registerExport } from "./export.ts";
import { registerImport } from "./import.ts";
import { registerKeys } from "./keys.ts";
import { registerLedger } from "./ledger.ts";
import { registerPlan } from "./plan.ts";
import { registerPrint } from "./print.ts";
import { registerReview } from "./review.ts";
import { registerRollup } from "./rollup.ts";
import { registerSnapshot } from "./snapshot.ts";
import { registerStatus } from "./status.ts";
import { registerSubmit } from "./submit.ts";
import { registerTrace } from "./trace.ts";
import { registerVerify } from "./verify.ts";
import { registerWorkspace } from "./workspace.ts";
import { registerWriteBundles } from "./write-bundles.ts";
import type { RegisterCommands } from "../register.ts";

/** Every command, in the order `--help` lists them. */
export const COMMANDS: readonly RegisterCommands[] = [
  registerWorkspace,
  registerPlan,
  registerEnrol,
  registerEntry,
  registerSubmit,
  registerImport,
  registerVerify,
  registerReview,
  registerWriteBundles,
  registerConflicts,
  registerStatus,
  registerRollup,
  registerSnapshot,
  registerTrace,
  registerExport,
  registerPrint,
  registerLedger,
  registerKeys,
  registerBackup,
];
