import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countPlaywright, countVitest } from "../../checks/counts.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-counts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const report = (content: object): string => {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numFailedTestSuites: 0,
};
const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

test("a report that was never written counts as nothing", () => {
  expect(countVitest(join(folder, "absent.json"))).toBeNull();
  expect(countPlaywright(join(folder, "absent.json"))).toBeNull();
});

test("skipped and unwritten tests count as failed", () => {
  expect(countVitest(report({ ...vitest, numPendingTests: 2, numTodoTests: 1 }))).toEqual({
    passed: 5,
    failed: 3,
  });
  expect(countPlaywright(report({ stats: { ...stats, skipped: 2, flaky: 1 }, errors: [] }))).toEqual({
    passed: 5,
    failed: 3,
  });
});

test("a file that did not load counts as failed", () => {
  expect(countVitest(report({ ...vitest, numFailedTestSuites: 1 }))).toEqual({ passed: 5, failed: 1 });
  expect(countPlaywright(report({ stats, errors: [{ message: "no such module" }] }))).toEqual({
    passed: 5,
    failed: 1,
  });
});
