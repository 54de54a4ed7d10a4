import { describe, expect, it } from "vitest";
import { difference, places, type Part } from "../../../src-renderer/components/difference.ts";

const sideOf = (parts: readonly Part[], left: Part["kind"]): string =>
  parts
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join("");

describe("difference", () => {
  it("marks the changed digits of a figure and nothing else", () => {
    expect(difference("1,286,430.55", "1,268,430.55")).toEqual([
      { kind: "same", text: "1,2" },
      { kind: "removed", text: "86" },
      { kind: "added", text: "68" },
      { kind: "same", text: ",430.55" },
    ]);
  });

  it("finds what was put in at the end before the full stop", () => {
    expect(difference("用电负荷不足。", "用电负荷不足，已报增容。")).toEqual([
      { kind: "same", text: "用电负荷不足" },
      { kind: "added", text: "，已报增容" },
      { kind: "same", text: "。" },
    ]);
  });

  it("keeps a rare character beyond the basic plane whole", () => {
    expect(difference("𬭛", "𬭳")).toEqual([
      { kind: "removed", text: "𬭛" },
      { kind: "added", text: "𬭳" },
    ]);
  });

  it("gives back both texts from its parts", () => {
    const [base, side] = ["中试基地5月开工，设备安装完成80%", "中试基地完成桩基，设备已安装95%"];
    const parts = difference(base, side);
    expect(sideOf(parts, "added")).toBe(base);
    expect(sideOf(parts, "removed")).toBe(side);
  });

  it("counts a replaced run as one place", () => {
    expect(places(difference("7月完成调试", "8月完成满产调试"))).toBe(2);
    expect(places(difference("同样", "同样"))).toBe(0);
  });

  it("calls texts beyond the table's size replaced between their common ends", () => {
    const [base, side] = [`头${"甲".repeat(2500)}尾`, `头${"乙".repeat(2500)}尾`];
    expect(difference(base, side).map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
  });
});
