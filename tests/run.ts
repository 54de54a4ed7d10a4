import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { missingTools } from "./checks/machine.ts";
import { countPlaywright, countVitest } from "./checks/counts.ts";
import { slowestFiles } from "./checks/slowest.ts";
import { runStep, type Step, type StepResult } from "./checks/step.ts";

/** `npm test`: what the machine needs, every check, the build, all tests. Ends with `N passed, N failed`. */

const SLOWEST = 12;
const root = join(import.meta.dirname, "..");
const bin = join(root, "node_modules", ".bin");
process.chdir(root);
process.env["PATH"] = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;
const scratch = mkdtempSync(join(tmpdir(), "taizhang-test-"));
// Hundreds of commands are started: each takes over what the first compiled.
process.env["NODE_COMPILE_CACHE"] = join(scratch, "compiled");
const vitestReport = join(scratch, "vitest.json");
const playwrightReport = join(scratch, "playwright.json");

const checks: readonly Step[] = [
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings"] },
  ...["src-shared", "src-main", "src-renderer", "tests"].map((folder) => ({
    name: `types ${folder}`,
    command: ["node", "tests/checks/types.ts", folder],
  })),
  { name: "unused", command: ["knip", "--no-progress"] },
  { name: "layers", command: ["node", "tests/checks/layers.ts"] },
  { name: "repository", command: ["node", "tests/checks/repository.ts"] },
];
const tests: readonly Step[] = [
  { name: "build", command: ["electron-vite", "build", "--logLevel", "error"] },
  {
    name: "unit, property, integration",
    command: ["vitest", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${vitestReport}`],
    env: { TAIZHANG_TEST_CLI: join(root, "out", "main", "cli.js") },
    count: () => countVitest(vitestReport),
  },
  {
    name: "end to end",
    command: ["playwright", "test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    count: () => countPlaywright(playwrightReport),
  },
];

const results: StepResult[] = [];
let slowest: readonly string[] = [];
try {
  const missing = missingTools();
  if (missing !== null) {
    process.stdout.write(`${missing}\n`);
    results.push({ name: "machine", passed: 0, failed: 1, seconds: 0 });
  } else {
    for (const step of [...checks, ...tests]) results.push(await runStep(step));
    slowest = slowestFiles(vitestReport, root, SLOWEST);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

process.stdout.write(`\nslowest files of the suite\n${slowest.join("\n")}\n\n`);
for (const { name, passed, failed, seconds } of results) {
  process.stdout.write(
    `${failed === 0 ? "✓" : "✗"} ${name.padEnd(30)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s\n`,
  );
}
const total = (count: (result: StepResult) => number): number =>
  results.reduce((sum, result) => sum + count(result), 0);
const failed = total((result) => result.failed);
process.stdout.write(`\n${total((result) => result.passed)} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
