import { describe, expect, it } from "vitest";
import { indicatorValueSchema, taskProgressSchema } from "#shared/ledger/record.ts";
import { carriedChanges } from "../../../src-renderer/features/entry/edits/carry.ts";
import { changesOfEdits } from "../../../src-renderer/features/entry/edits/edits.ts";
import { answerChanges } from "../../../src-renderer/features/entry/edits/quick-answers.ts";
import { gridOf } from "./grid-of.ts";

const open = () => false;

describe("several edits", () => {
  it("of one item become one draft", () => {
    const { row } = gridOf({});
    const edits = [
      { row: row("indicator:T02-1"), value: "300" },
      { row: row("indicator:T02-1#revenue_prior"), value: "280" },
      { row: row("task:2"), value: "in-progress" },
      { row: row("task:2"), value: "开工3个项目", part: "text" as const },
    ];
    expect(changesOfEdits(edits, [], open)).toEqual([
      { item: "indicator:T02-1", draft: { inputs: { revenue: "300", revenue_prior: "280" } } },
      { item: "task:2", draft: { status: "in-progress", progress: "开工3个项目" } },
    ]);
  });
});

describe("one key", () => {
  it("answers what takes the answer, and leaves what is locked", () => {
    const { items } = gridOf({ "indicator:T03-1": { state: "accepted", locked: true } });
    const changed = answerChanges(items, "no-data", ({ locked }) => locked).map(({ item }) => item);
    expect(changed).toContain("indicator:T02-1");
    expect(changed).not.toContain("indicator:T03-1");
    expect(changed.every((item) => item.startsWith("indicator:"))).toBe(true);
    const tasks = answerChanges(items, "no-progress", open);
    expect(tasks).toContainEqual({ item: "task:2", draft: { noProgress: true } });
    expect(tasks).toHaveLength(37);
  });

  it("gives last period's reason of 不涉及 again", () => {
    const last = indicatorValueSchema.parse({ notApplicable: "本地无纺织鞋服规上企业" });
    const { row } = gridOf({ "indicator:T09-1": { last } });
    expect(answerChanges([row("indicator:T09-1")], "not-applicable", open)).toEqual([
      { item: "indicator:T09-1", draft: { notApplicable: "本地无纺织鞋服规上企业" } },
    ]);
  });
});

describe("带入上期", () => {
  const figures = indicatorValueSchema.parse({ inputs: { revenue: "300" }, note: "样例" });
  const words = taskProgressSchema.parse({ status: "in-progress", progress: "开工", problems: "缺地" });

  it("brings a task's status and words into what is blank, and writes nothing over", () => {
    const { row } = gridOf({ "task:2": { last: words, draft: { progress: "投产" } } });
    expect(carriedChanges([row("task:2")])).toEqual([
      { item: "task:2", draft: { status: "in-progress", progress: "投产", problems: "缺地" } },
    ]);
  });

  it("never brings a figure", () => {
    const { row } = gridOf({ "indicator:T02-1": { last: figures } });
    expect(carriedChanges([row("indicator:T02-1")])).toEqual([]);
  });
});
