import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * `npm run fuzz`: the properties of the ledger and of bundles at length, at least a thousand orders of import and ten
 * thousand spoiled bundles. `npm test` runs the same with fewer runs. Takes about half an hour on two cores.
 */
const vitest = join(createRequire(import.meta.url).resolve("vitest/package.json"), "..", "vitest.mjs");
const tests = ["worlds", "bundle-mutations", "engine-import", "ledger", "three-way"];

const { status } = spawnSync(
  process.execPath,
  // NOTE: the option stands last: before a file, it takes the file for its value, and the file is not run.
  [vitest, "run", ...tests.map((name) => `tests/property/${name}.test.ts`), "--disable-console-intercept"],
  { stdio: "inherit", env: { ...process.env, TAIZHANG_RUNS: "full" } },
);
process.exit(status ?? 1);
