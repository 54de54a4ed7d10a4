import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { numbersIn } from "#shared/plan/check-texts.ts";
import type { Plan, Task } from "#shared/plan/schema.ts";
import { plan, planText, source, sourceBytes } from "./bundled-plan.ts";

const SPAM = "第一足球网";

describe("the bundled plan against the notice", () => {
  it("names the very file it was taken from", () => {
    expect(createHash("sha256").update(sourceBytes).digest("hex")).toBe(plan.document.source.sha256);
  });

  it.each(plan.tasks.map((task): [number, Task] => [task.no, task]))(
    "task %i stands in it letter by letter, with its units",
    (no, task) => {
      const line = `${no}.\u2002${task.textSource ?? task.text}(${task.responsibleSource ?? task.responsibleText})`;
      expect(source.split("\n")).toContain(line);
    },
  );

  it("has the tasks in the notice's order and no other numbered paragraph", () => {
    const numbers = [...source.matchAll(/^(\d+)\.\u2002/gmu)].map((match) => Number(match[1]));
    expect(plan.tasks.map((task) => task.no)).toEqual(numbers);
  });

  it("lists the responsible units in the notice's order", () => {
    for (const task of plan.tasks) {
      const listed = task.responsible.filter((entry) => entry.basis === "notice");
      const names = listed.map((entry) => {
        const unit = plan.units.find((each) => each.key === entry.unit);
        return entry.listedAs ?? unit?.name ?? entry.unit;
      });
      const words = task.responsibleText.replace(/按职责分工负责.*$/u, "").split(/[,、]|及/u);
      expect(names).toEqual(words);
      expect(listed.map((entry) => entry.lead ?? false)).toEqual(listed.map((_, index) => index === 0));
    }
  });

  it("restores all seven places that were spoilt and leaves no spoilt word", () => {
    const { restorations } = plan.document.source;
    expect(source.split(SPAM)).toHaveLength(restorations.length + 1);
    expect(restorations).toHaveLength(7);
    for (const { line, context, source: spoilt } of restorations) {
      expect(source).toContain(context.replaceAll("⏎", "\n"));
      expect(source.split("\n")[line - 1]).toContain(spoilt);
    }
    for (const task of plan.tasks)
      expect(task.text + task.responsibleText + task.textPrint).not.toContain(SPAM);
    expect(plan.tasks.filter((task) => task.textSource !== undefined).map((task) => task.no)).toEqual([34]);
    const units = plan.tasks.filter((task) => task.responsibleSource !== undefined).map((task) => task.no);
    expect(units).toEqual([34, 35, 36]);
  });

  it("takes title, approval, publicity and addressees from it", () => {
    const [before, after] = ["宜春市制造业重点产业链现代化建设", "“869”行动计划(2023—2026年)"];
    expect(plan.document.title).toBe(`${before}${after}重点任务和责任分工`);
    expect(source).toContain(plan.document.title);
    expect(source).toContain(plan.document.approval);
    expect(source).toContain(plan.document.publicity);
    for (const addressee of plan.document.addressees) expect(source).toContain(addressee);
  });

  it("has 37 tasks, 30 indicators, 9 sections, 8 chains, 6 registers and 13 reporting units, 11 of them on", () => {
    const reporting = plan.units.filter((unit) => unit.reporting !== undefined);
    expect({
      tasks: plan.tasks.length,
      indicators: plan.indicators.length,
      sections: plan.sections.length,
      chains: plan.chains.length,
      registers: plan.registers.length,
      reporting: reporting.length,
      on: reporting.filter((unit) => unit.reporting === "on").length,
    }).toEqual({ tasks: 37, indicators: 30, sections: 9, chains: 8, registers: 6, reporting: 13, on: 11 });
  });

  it("gives a due date exactly where the text says 到2026年", () => {
    for (const task of plan.tasks) {
      expect(task.dueDate).toBe(task.text.includes("到2026年") ? "2026-12-31" : undefined);
    }
    expect(plan.tasks.filter((task) => task.dueDate !== undefined)).toHaveLength(14);
  });

  it("leaves no number of a task text unexplained", () => {
    expect(unexplained(plan)).toEqual([]);
  });

  it("notices an unexplained number", () => {
    expect(unexplained({ ...plan, document: { ...plan.document, numerals: [] } })).toContain("27: 5");
    expect(unexplained({ ...plan, document: { ...plan.document, numerals: [] } })).toContain("26: 一");
    expect(
      unexplained({ ...plan, indicators: plan.indicators.filter((each) => each.id !== "T17-3") }),
    ).toEqual(["17: 1", "17: 2"]);
  });

  it("states the chain targets of the notice in 亿元", () => {
    const targets = plan.chains.map((chain) => {
      const whole = plan.indicators.find((each) => each.chain === chain.id && each.partOf === undefined);
      return whole?.target.value;
    });
    expect(targets).toEqual(["2500", "1500", "1200", "1200", "1200", "1000", "400", "300"]);
  });

  it("holds no figure but integers and decimal strings, two spaces deep", () => {
    expect(planText).toBe(`${JSON.stringify(JSON.parse(planText), null, 2)}\n`);
    expect(planText).not.toMatch(/[:[,]\s*-?\d+(\.\d|[eE])/u);
  });
});

describe("numbersIn", () => {
  it("reads Arabic and Chinese numerals", () => {
    expect([...numbersIn("每年1—2项，1.6%，五十强，一百零八")]).toEqual(["1", "2", "1.6", "50", "108"]);
  });
});

/** Numbers of the task texts outside every quotation and declared numeral, as `task: number`. */
function unexplained(of: Plan): string[] {
  return of.tasks.flatMap((task) => {
    const explained = [
      ...of.indicators.filter((each) => each.task === task.no).map((each) => each.quote),
      ...of.document.numerals
        .filter((each) => each.task === undefined || each.task === task.no)
        .map((each) => each.text),
    ];
    const left = explained
      .toSorted((a, b) => b.length - a.length)
      .reduce((text, words) => text.replaceAll(words, "·"), task.text);
    return [...left.matchAll(/\d+(\.\d+)?|[零一二三四五六七八九十百千万亿两双]+/gu)].map(
      ([number]) => `${task.no}: ${number}`,
    );
  });
}
