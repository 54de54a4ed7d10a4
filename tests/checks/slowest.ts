import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { z } from "zod";

const reportSchema = z.object({
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
});

/** `12.3 s tests/integration/…` of the files that took longest, from Vitest's JSON report: where to save time first. */
export function slowestFiles(file: string, root: string, count: number): string[] {
  if (!existsSync(file)) return [];
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(6)} s ${relative(root, name)}`);
}
