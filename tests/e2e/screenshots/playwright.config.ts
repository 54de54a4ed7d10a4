import { defineConfig } from "@playwright/test";

/** `npm run screenshots`: pictures of every page into docs/screenshots/, for people to look at; not a test. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.shots.ts",
  outputDir: "../../../test-results",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
});
