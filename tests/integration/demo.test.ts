import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { DEMO_UNITS } from "#seeds/demo/cast.ts";
import { playCycle } from "#seeds/demo/cycle.ts";
import { narrator } from "#seeds/demo/narrator.ts";
import { filesBelow } from "#seeds/demo/report.ts";
import { periodSchema } from "#shared/plan/ids.ts";

const dir = mkdtempSync(join(tmpdir(), "taizhang-demo-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("the demonstration plays the cycle and holds every claim it makes", async () => {
  const said: string[] = [];
  const cast = { dir, units: DEMO_UNITS.slice(0, 2), periods: [periodSchema.parse("2024-04")] };
  await playCycle(
    cast,
    narrator("en", (text) => said.push(text)),
    { print: false },
  );
  const told = said.join("");
  for (const claim of [
    "the same ledger digest",
    "is open again",
    "two values",
    "refused (",
    "the ledger is sound",
  ]) {
    expect(told).toContain(claim);
  }
  expect(filesBelow(dir).filter((file) => /bundles.*\.tzb/.test(file)).length).toBeGreaterThan(8);
}, 240_000);
