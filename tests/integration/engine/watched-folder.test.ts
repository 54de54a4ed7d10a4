import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { lookIntoFolder, watchFolder } from "#main/engine/inbox/watched-folder.ts";
import type { Session } from "#main/engine/session.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, must, revenue, save, seal, take } from "../../support/workspaces.ts";

let office: Session;
let folder: string;
let bundle: string;

withCity({ tonggu: "360926" });
beforeEach(async () => {
  office = scene.office();
  folder = join(scene.folder, "watched");
  mkdirSync(folder);
  const laptop = scene.laptop("tonggu");
  save(laptop, "2024-03", { "indicator:T02-1": revenue("10") });
  bundle = (await seal(laptop, "2024-03", scene.out(), true)).file;
});

const offered = (): string[] => lookIntoFolder(office).files.map(({ file }) => file);

test("a file is offered once it lies there unchanged, and no longer when it was taken in", async () => {
  must(watchFolder(office, folder));
  const file = join(folder, "收到.tzb.age");
  copyFileSync(bundle, file);
  expect(offered()).toEqual([]);
  expect(offered()).toEqual([file]);
  await take(office, [file]);
  must(watchFolder(office, folder));
  expect(offered()).toEqual([]);
});

test("a file that still grows is not offered", () => {
  must(watchFolder(office, folder));
  const file = join(folder, "正在拷.tzb");
  writeFileSync(file, "一半");
  expect(offered()).toEqual([]);
  appendFileSync(file, "另一半");
  expect(offered()).toEqual([]);
  expect(offered()).toEqual([file]);
});

test("what is no bundle by its name is left alone", () => {
  writeFileSync(join(folder, "说明.docx"), "样例");
  mkdirSync(join(folder, "旧的.tzb"));
  must(watchFolder(office, folder));
  expect(offered()).toEqual([]);
});

test("a folder that went away is named and kept; none is watched after that was said", () => {
  must(watchFolder(office, folder));
  rmSync(folder, { recursive: true });
  expect(lookIntoFolder(office)).toEqual({ folder, readable: false, files: [] });
  expect(must(watchFolder(office, null))).toEqual({ folder: null, readable: true, files: [] });
});

test("a laptop watches no folder", () => {
  expect(codeOf(watchFolder(scene.laptop("tonggu"), folder))).toBe("wrong-role");
});
