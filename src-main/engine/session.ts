import { join } from "node:path";
import type { Secrets } from "../keys/key-file.ts";
import type { Database } from "../store/database.ts";
import type { Plan, Unit } from "#shared/plan/schema.ts";
import type { UnitKey } from "#shared/plan/ids.ts";
import type { PeriodGrid } from "./period/period-grid.ts";

/** What the engine is given from outside; nothing in it is read from the surroundings. */
export interface EngineDependencies {
  readonly clock: () => Date;
  /** Canonical bytes of the plan that comes with the program. */
  readonly bundledPlan: () => Uint8Array;
}

/** Secrets of an unlocked workspace, in memory only. */
export interface UnlockedKeys {
  readonly device: Secrets;
  /** The office's root; null on a reporter's laptop. */
  readonly root: Secrets | null;
}

/** One open workspace. */
export interface Session {
  readonly dir: string;
  readonly db: Database;
  readonly role: "office" | "reporter";
  readonly unit: UnitKey;
  readonly name: string;
  /** Who works now: the author of what is typed. */
  officer: string;
  /** The program is locked: nothing is answered but the passphrase. */
  locked: boolean;
  readonly clock: () => Date;
  /** The newest plan held; replaced when a newer one arrives. */
  plan: Plan;
  /** Whether an office signed it, or it only came with the program. */
  planBundled: boolean;
  keys: UnlockedKeys | null;
  /** The period the officer is at, kept between two keys; see `period-grid.ts`. */
  grid: PeriodGrid | null;
}

export const now = (session: Session): string => session.clock().toISOString();

/** Where the parts of a workspace lie. */
export const workspacePaths = (dir: string) => ({
  database: join(dir, "workspace.sqlite3"),
  archive: join(dir, "archive"),
  attachments: join(dir, "attachments"),
  quarantine: join(dir, "quarantine"),
  keys: join(dir, "keys"),
  deviceKey: join(dir, "keys", "device.json"),
  rootKey: join(dir, "keys", "root.json"),
});

export const unitOf = (plan: Plan, key: string): Unit | undefined =>
  plan.units.find((unit) => unit.key === key);
