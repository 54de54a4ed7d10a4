import { describe, expect, it } from "vitest";
import { choiceOf, typedChoice } from "#shared/paste/choices.ts";

describe("choiceOf", () => {
  it("takes whole words alone", () => {
    expect([choiceOf("status", "推进中"), choiceOf("status", "推")]).toEqual(["in-progress", null]);
    expect([choiceOf("yes-no", "√"), choiceOf("yes-no", "不")]).toEqual(["true", null]);
  });
});

describe("typedChoice", () => {
  it("takes the beginning of a word where one choice alone begins so", () => {
    expect(["未", "推", "进", "已", "完", "不"].map((typed) => typedChoice("status", typed))).toEqual([
      "not-started",
      "in-progress",
      "in-progress",
      "completed",
      "completed",
      "not-applicable",
    ]);
    expect(["Y", "n", "没"].map((typed) => typedChoice("yes-no", typed))).toEqual(["true", "false", "false"]);
  });
  it("takes nothing that two begin with, nothing else, and no blank", () => {
    expect(["not", "差不多", "", " "].map((typed) => typedChoice("status", typed))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
