import { describe, expect, it } from "vitest";
import { indicatorValueSchema } from "#shared/ledger/record.ts";
import { withAnswer, withInput, withMembers, taskOf } from "../../../src-renderer/app/drafts.ts";

const blank = { draft: null, body: null };
const sealed = {
  draft: null,
  body: indicatorValueSchema.parse({ inputs: { revenue: "100", revenue_prior: "90" }, note: "样例说明" }),
};

describe("a typed figure", () => {
  it("begins a draft where there was none", () => {
    expect(withInput(blank, "revenue", "12,3x")).toEqual({ inputs: { revenue: "12,3x" } });
  });

  it("is put into what was sealed, whose other figures and note stay", () => {
    expect(withInput(sealed, "revenue", "120")).toEqual({
      inputs: { revenue: "120", revenue_prior: "90" },
      note: "样例说明",
    });
  });

  it("takes the place of 不涉及 and 暂无数据", () => {
    expect(withInput({ ...blank, draft: { notApplicable: "本地没有" } }, "revenue", "1")).toEqual({
      inputs: { revenue: "1" },
    });
    expect(withInput({ ...blank, draft: { noData: { source: "统计局" } } }, "revenue", "1")).toEqual({
      inputs: { revenue: "1" },
    });
  });

  it("leaves no draft behind when the only figure is deleted again", () => {
    expect(withInput({ ...blank, draft: { inputs: { revenue: "1" } } }, "revenue", "")).toBeNull();
  });

  it("stays a blank against a sealed value, which is not restored by deleting", () => {
    const both = withInput({ ...sealed, draft: { inputs: { revenue: "5" } } }, "revenue", "");
    expect(both).toEqual({});
  });
});

describe("another answer", () => {
  it("不涉及 takes the figures away and waits for its reason", () => {
    expect(withAnswer({ ...blank, draft: { inputs: { revenue: "1" } } }, "not-applicable")).toEqual({
      notApplicable: "",
    });
  });

  it("going back to figures without any leaves nothing", () => {
    expect(withAnswer({ ...blank, draft: { notApplicable: "" } }, "value")).toBeNull();
  });
});

describe("a task's members", () => {
  it("are taken out when emptied, and the draft with the last of them", () => {
    const view = { ...blank, draft: { status: "in-progress", progress: "进展" } } as const;
    expect(withMembers(view, taskOf(view), { progress: "" })).toEqual({ status: "in-progress" });
    expect(withMembers(view, { progress: "进展" }, { progress: "" })).toBeNull();
  });
});
