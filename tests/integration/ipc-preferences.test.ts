import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPreferences } from "#main/app/preferences.ts";
import { withRecent } from "#main/app/recent.ts";
import { visibleState } from "#main/app/window-state.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-preferences-"));
  file = join(folder, "preferences.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const grid = { density: "normal", widths: {} };
const defaults = { language: "zh-CN", theme: "system", grid, window: null, recent: [] };
const frame = { x: 10, y: 20, width: 1366, height: 768, maximized: false };
const recent = { dir: "/样例/甲", name: "样例县", role: "reporter" as const };

describe("preferences", () => {
  it("start as Chinese and as the system looks", () => {
    expect(openPreferences(file).get()).toEqual(defaults);
  });

  it("are there again after a restart, and leave nothing else behind", () => {
    openPreferences(file).update({ language: "en", window: frame, recent: [recent] });
    expect(openPreferences(file).get()).toEqual({
      ...defaults,
      language: "en",
      window: frame,
      recent: [recent],
    });
    expect(readdirSync(folder)).toEqual(["preferences.json"]);
  });

  it.each(["", "{", "null", "[]", '"zh-CN"', "\u0000\u0000\u0000"])(
    "fall back when the file holds %j",
    (text) => {
      writeFileSync(file, text);
      expect(openPreferences(file).get()).toEqual(defaults);
    },
  );

  it("fall back one by one, so that damage to one does not lose the others", () => {
    writeFileSync(
      file,
      JSON.stringify({ language: "en", theme: "pink", window: { x: "left" }, recent: [recent] }),
    );
    expect(openPreferences(file).get()).toEqual({ ...defaults, language: "en", recent: [recent] });
  });

  it("are whole again after the next change to a damaged file", () => {
    writeFileSync(file, '{"language":');
    openPreferences(file).update({ theme: "dark" });
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...defaults, theme: "dark" });
  });

  it("keep what they were where the disk refuses", () => {
    const preferences = openPreferences(join(folder, "preferences.json", "below-a-file"));
    writeFileSync(file, "a file where a folder would be needed");
    expect(() => preferences.update({ theme: "dark" })).toThrow();
    expect(preferences.get()).toEqual(defaults);
  });
});

describe("recent workspaces", () => {
  it("have the newest first and each once, at most eight", () => {
    const many = Array.from({ length: 8 }, (_none, at) => ({ ...recent, dir: `/样例/${at}` }));
    const list = withRecent(many, { ...recent, dir: "/样例/3" });
    expect(list.map(({ dir }) => dir)).toEqual([3, 0, 1, 2, 4, 5, 6, 7].map((at) => `/样例/${at}`));
    expect(withRecent(many, recent)).toHaveLength(8);
  });
});

describe("the remembered frame", () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  it("is used where it can be reached", () => {
    expect(visibleState(frame, [screen])).toEqual(frame);
    expect(visibleState({ ...frame, x: -1200 }, [screen])).not.toBeNull();
  });

  it("is forgotten where its screen is gone", () => {
    expect(visibleState({ ...frame, x: 2500 }, [screen])).toBeNull();
    expect(visibleState({ ...frame, y: -900 }, [screen])).toBeNull();
    expect(visibleState({ ...frame, x: 2500 }, [screen, { ...screen, x: 1920 }])).not.toBeNull();
    expect(visibleState(null, [screen])).toBeNull();
  });
});
