import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { taizhang } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "taizhang-plan-"));
const PLAN = join(import.meta.dirname, "..", "..", "..", "seeds", "yichun-869", "plan.json");
const office = join(folder, "office");
const file = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};

beforeAll(async () => {
  const create = ["workspace", "create", office, "--role", "office", "--plan", PLAN, "--name", "样例汇总办"];
  expect((await taizhang(create)).exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("plan revise makes the next version of a list of changes and says what they are", async () => {
  const changes = file("changes.json", [
    { kind: "pace", pace: "linear" },
    { kind: "annual-target", indicator: "T02-1", year: 2025, value: "1800" },
  ]);
  const said = await taizhang(["--json", "plan", "revise", "-w", office, changes]);
  expect(said.exit).toBe(0);
  expect(said.json).toMatchObject({ ok: true, version: 2, errors: [] });
  expect(said.json).toHaveProperty("changes.length", 2);
  const again = await taizhang(["plan", "revise", "-w", office, changes]);
  expect(again.exit).toBe(1);
  expect(again.out).toContain("没有不同");
});

it("plan revise refuses with a sentence for every change that is wrong", async () => {
  const changes = file("bad.json", [
    { kind: "tolerance", indicator: "T99-1", value: "1" },
    { kind: "tolerance", indicator: "T98-1", value: "1" },
  ]);
  const said = await taizhang(["plan", "revise", "-w", office, changes]);
  expect(said.exit).toBe(1);
  expect(said.out).toContain("T99-1");
  expect(said.out).toContain("T98-1");
  const shape = await taizhang(["--json", "plan", "revise", "-w", office, file("shape.json", { pace: "x" })]);
  expect(shape).toMatchObject({ exit: 1, json: { ok: false, errors: [{ code: "wrong-type" }] } });
});

it("plan load takes a file's version into use", async () => {
  const plan: object = JSON.parse(readFileSync(PLAN, "utf8"));
  const old = await taizhang([
    "--json",
    "plan",
    "load",
    "-w",
    office,
    file("old.json", { ...plan, version: 2 }),
  ]);
  expect(old).toMatchObject({ exit: 1, json: { ok: false, errors: [{ code: "version-not-newer" }] } });
  const said = await taizhang(["plan", "load", "-w", office, file("new.json", { ...plan, version: 9 })]);
  expect(said.exit).toBe(0);
  expect(said.out).toContain("第 9 版已生效");
  expect(said.out).toContain("序时进度");
});
