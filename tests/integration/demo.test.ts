import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { smallCast } from "#seeds/demo/cast.ts";
import { playCycle } from "#seeds/demo/cycle.ts";
import { narrator } from "#seeds/demo/narrator.ts";

const dir = mkdtempSync(join(tmpdir(), "taizhang-demo-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("the demonstration plays the cycle and holds every claim it makes", async () => {
  const said: string[] = [];
  const tell = narrator("en", (text) => said.push(text));
  await playCycle(smallCast, { dir, tell, language: "en", print: false });
  const told = said.join("");
  for (const claim of [
    "the same ledger digest",
    "is open again",
    "no county drops out",
    "two values",
    "refused (damaged)",
    "refused (digest-mismatch)",
    "refused (unknown-root)",
    "equal what the demonstration adds up by itself",
    "the ledger is sound",
  ]) {
    expect(told).toContain(claim);
  }
  expect(readFileSync(join(dir, "rollup-2024-04.txt"), "utf8")).toContain("T02-1");
}, 240_000);
