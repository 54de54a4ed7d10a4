import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Counts } from "./step.ts";

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
});

/** From Vitest's JSON report. A skipped test counts as failed: nobody would look for it. */
export function countVitest(file: string): Counts | null {
  if (!existsSync(file)) return null;
  const report = vitestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  const brokenFiles = failed === 0 && report.numFailedTestSuites > 0 ? report.numFailedTestSuites : 0;
  return { passed: report.numPassedTests, failed: failed + brokenFiles };
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
});

/** From Playwright's JSON report. Skipped and wavering specs count as failed, and so does a file that did not load. */
export function countPlaywright(file: string): Counts | null {
  if (!existsSync(file)) return null;
  const { stats, errors } = playwrightSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
