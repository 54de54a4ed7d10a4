import { describe, expect, it } from "vitest";
import { gridAction } from "../../../src-renderer/features/entry/grid/grid-keys.ts";

const key = (
  name: string,
  held: Partial<Record<"ctrlKey" | "shiftKey" | "altKey" | "metaKey", boolean>> = {},
) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("keys at rest", () => {
  it("move with the arrows, Enter and Tab", () => {
    expect(gridAction(key("ArrowLeft"), false)).toEqual({
      kind: "move",
      rows: 0,
      columns: -1,
      extend: false,
    });
    expect(gridAction(key("Enter"), false)).toEqual({ kind: "move", rows: 1, columns: 0, extend: false });
    expect(gridAction(key("Enter", { shiftKey: true }), false)).toMatchObject({ rows: -1 });
    expect(gridAction(key("Tab", { shiftKey: true }), false)).toEqual({ kind: "cell", step: -1 });
  });

  it("undo, redo, clear and go to the ends", () => {
    expect(gridAction(key("z", { ctrlKey: true }), false)).toEqual({ kind: "undo" });
    expect(gridAction(key("Z", { ctrlKey: true, shiftKey: true }), false)).toEqual({ kind: "redo" });
    expect(gridAction(key("y", { ctrlKey: true }), false)).toEqual({ kind: "redo" });
    expect(gridAction(key("Delete"), false)).toEqual({ kind: "clear" });
    expect(gridAction(key("End", { ctrlKey: true }), false)).toEqual({
      kind: "edge",
      to: "bottom",
      extend: false,
    });
  });

  it("leave letters, digits and Ctrl+C to the input", () => {
    expect(gridAction(key("5"), false)).toBeNull();
    expect(gridAction(key("c", { ctrlKey: true }), false)).toBeNull();
  });
});

describe("keys while typing", () => {
  it("keep the sideways arrows, Home, Delete and Ctrl+Z for the text", () => {
    for (const name of ["ArrowLeft", "ArrowRight", "Home", "End", "Delete", "Backspace"]) {
      expect(gridAction(key(name), true)).toBeNull();
    }
    expect(gridAction(key("z", { ctrlKey: true }), true)).toBeNull();
  });

  it("leave the cell upwards and downwards, or give up with Esc", () => {
    expect(gridAction(key("ArrowDown"), true)).toMatchObject({ kind: "move", rows: 1 });
    expect(gridAction(key("Escape"), true)).toEqual({ kind: "cancel" });
  });
});
