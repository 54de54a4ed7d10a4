import { describe, expect, it } from "vitest";
import { creditCodeCheckCharacter } from "#shared/plan/credit-code.ts";
import { check, found, sentence, withRules } from "./checking.ts";

const revenue = (amount: string) => ({ "indicator:T02-1": { inputs: { revenue: amount } } });

describe("not a number", () => {
  it.each(["abc", "1.2亿", "12,34", "1e5"])("finds %s", (typed) => {
    expect(found("number", { now: revenue(typed) })).toEqual(["hard revenue"]);
  });

  it.each(["1,234.5", "１２３", "0", " 7 "])("lets %s pass", (typed) => {
    expect(found("number", { now: revenue(typed) })).toEqual([]);
  });

  it("says what to do about a unit behind the figure", () => {
    expect(sentence("number", { now: revenue("1.2亿") })).toBe(
      "新能源（锂电）产业链营业收入的“产业链营业收入”填的是“1.2亿”，不是数。请只填数字，单位为万元。数字后面不要带“亿”，请换算后再填。",
    );
    expect(sentence("number", { now: revenue("1.2亿") }, "en")).toContain("Leave out “亿”");
  });

  it("finds it in register rows too", () => {
    const fields = { name: "样例企业", year: "2024", revenue: "很多" };
    expect(
      found("number", { period: "2024-12", now: { "register:key-enterprises/本地-1": { fields } } }),
    ).toEqual(["hard revenue"]);
  });

  it("takes 未入榜 for a rank and asks places to begin at 1", () => {
    const rank = (typed: string) => ({
      unit: "360900",
      period: "2024-12",
      now: { "indicator:T01-2": { inputs: { rank: typed } } },
    });
    expect(check(rank("未入榜"))).toEqual([]);
    expect(check(rank("48"))).toEqual([]);
    expect(found("rank-from-one", rank("0"))).toEqual(["hard rank"]);
    expect(found("whole-number", rank("4.5"))).toEqual(["hard rank"]);
  });

  it("takes yes and no for maps and lists, and nothing else", () => {
    const map = (typed: string | boolean) => ({
      unit: "360900",
      now: { "indicator:T12-1/new-energy": { inputs: { map_1: typed } } },
    });
    expect(found("invalid-choice", map("大概"))).toEqual(["hard map_1"]);
    for (const typed of [true, false, "是", "否"]) expect(found("invalid-choice", map(typed))).toEqual([]);
  });
});

describe("negative and fractional figures", () => {
  it("finds a negative amount and lets 0 pass", () => {
    expect(found("not-negative", { now: revenue("-0.01") })).toEqual(["hard revenue"]);
    expect(found("not-negative", { now: revenue("0") })).toEqual([]);
  });

  it("finds half an enterprise and lets fractional amounts pass", () => {
    const counts = (with_rd_activity: string) => ({
      period: "2024-12",
      now: { "indicator:T14-1": { inputs: { with_rd_activity, enterprises: "10" } } },
    });
    expect(found("whole-number", counts("1.5"))).toEqual(["hard with_rd_activity"]);
    expect(found("whole-number", counts("2.0"))).toEqual([]);
    expect(found("whole-number", { now: revenue("1.5") })).toEqual([]);
  });
});

describe("parts of a begun item", () => {
  const missing = (situation: Parameters<typeof found>[1]) => found("part-missing", situation);

  it("wants both inputs of a ratio once one is there", () => {
    const ratio = (inputs: Record<string, string>) => ({ now: { "indicator:T21-1": { inputs } } });
    expect(missing(ratio({ park_revenue: "1" }))).toEqual(["hard leading_industries_revenue"]);
    expect(missing(ratio({ park_revenue: "2", leading_industries_revenue: "1" }))).toEqual([]);
  });

  it("finds nothing in a wholly empty item", () => {
    const empty = { inputs: { park_revenue: " ", leading_industries_revenue: "" }, note: "" };
    expect(check({ now: { "indicator:T21-1": empty, "task:2": {}, "contact:2": { person: "" } } })).toEqual(
      [],
    );
  });

  it("does not take a note alone for an answer", () => {
    expect(missing({ now: { "indicator:T02-1": { note: "样例说明" } } })).toEqual(["hard revenue"]);
  });

  it("does not want the optional prior", () => {
    expect(missing({ now: revenue("5") })).toEqual([]);
  });

  it("wants the reason of 不涉及, and source and date of 暂无数据", () => {
    expect(missing({ now: { "indicator:T02-1": { notApplicable: "" } } })).toEqual(["hard notApplicable"]);
    expect(missing({ now: { "indicator:T02-1": { noData: { source: "统计局" } } } })).toEqual([
      "hard noData.expected",
    ]);
  });

  it("asks a county for the counts of T33-1 and never for the office's ranks", () => {
    const counts = { srdi: "1", little_giants: "1", champions: "0", unicorns: "0" };
    expect(missing({ now: { "indicator:T33-1": { inputs: counts } } })).toEqual(["hard gazelles"]);
    const office = {
      unit: "360900",
      period: "2024-12",
      now: { "indicator:T33-1": { inputs: { rank_srdi: "3" } } },
    };
    expect(check(office)).toEqual([]);
  });

  it.each([
    [{ progress: "样例进展" }, ["hard status"]],
    [{ status: "in-progress" as const }, ["hard progress"]],
    [{ status: "in-progress" as const, noProgress: true }, []],
    [{ noProgress: true }, []],
    [{ status: "completed" as const }, []],
    [{ status: "not-applicable" as const }, ["hard reason"]],
    [{ noProgress: true, extension: { date: "2026-12-31" } }, ["hard extension.reason"]],
    [{ noProgress: true, extension: { date: "", reason: "" } }, []],
  ])("asks a task draft %j for %j", (draft, expected) => {
    expect(missing({ now: { "task:2": draft } })).toEqual(expected);
  });

  it("wants a row's required fields, and date and reason of its end", () => {
    const fields = { name: "样例企业", chain: "new-energy", provincial_platform: "none" };
    const row = (draft: object) =>
      missing({ now: { "register:chain-leaders/本地-1": { fields, ...draft } } });
    expect(row({})).toEqual([]);
    expect(row({ fields: { name: "样例企业" } })).toEqual(["hard chain", "hard provincial_platform"]);
    expect(row({ state: "ended" })).toEqual(["hard date", "hard reason"]);
    expect(row({ state: "withdrawn", fields: {} })).toEqual(["hard reason"]);
  });
});

describe("parts and wholes", () => {
  const core = (part: string, whole: string) => ({
    now: {
      "indicator:T05-1": { inputs: { revenue: whole } },
      "indicator:T05-2": { inputs: { revenue: part } },
    },
  });

  it("does not let core manufacturing exceed its chain", () => {
    expect(found("part-of-whole", core("101", "100"))).toEqual(["hard revenue"]);
    expect(found("part-of-whole", core("100", "100"))).toEqual([]);
  });

  it("reads the whole from what is sealed where no draft holds it", () => {
    const situation = {
      now: { "indicator:T05-2": { inputs: { revenue: "101" } } },
      past: { "2024-03": { "indicator:T05-1": { inputs: { revenue: "100" } } } },
    };
    expect(found("part-of-whole", situation)).toEqual(["hard revenue"]);
    expect(sentence("part-of-whole", situation)).toContain("大于生物医药（大健康）全产业链营业收入的100万元");
  });

  it("holds inputs of one item against each other where a rule names them", () => {
    const plan = withRules((rule) =>
      rule.id === "part-of-whole"
        ? { ...rule, items: ["T33-1"], params: { part: "little_giants", whole: "srdi" } }
        : rule,
    );
    const counts = (little_giants: string) => ({
      plan,
      now: {
        "indicator:T33-1": {
          inputs: { srdi: "3", little_giants, champions: "0", unicorns: "0", gazelles: "0" },
        },
      },
    });
    expect(found("part-of-whole", counts("4"))).toEqual(["hard little_giants"]);
    expect(found("part-of-whole", counts("3"))).toEqual([]);
    expect(sentence("part-of-whole", counts("4"))).toContain("专精特新企业的3家");
  });

  it("does not let a numerator exceed its denominator", () => {
    const ratio = (over: string, under: string) => ({
      now: { "indicator:T21-1": { inputs: { leading_industries_revenue: over, park_revenue: under } } },
    });
    expect(found("ratio-parts", ratio("91", "90"))).toEqual(["hard leading_industries_revenue"]);
    expect(found("ratio-parts", ratio("90", "90"))).toEqual([]);
  });
});

describe("falling cumulative figures", () => {
  const past = { "2024-02": { "indicator:T02-1": { inputs: { revenue: "100" } } } };

  it("allows the same figure and a rise", () => {
    for (const amount of ["100", "100.01"])
      expect(found("ytd-not-falling", { now: revenue(amount), past })).toEqual([]);
  });

  it("finds a fall, and over a missing month too", () => {
    expect(found("ytd-not-falling", { now: revenue("99.99"), past })).toEqual(["hard revenue"]);
    expect(found("ytd-not-falling", { period: "2024-07", now: revenue("99"), past })).toEqual([
      "hard revenue",
    ]);
  });

  it("starts anew every year", () => {
    const december = { "2023-12": { "indicator:T02-1": { inputs: { revenue: "1200" } } } };
    expect(found("ytd-not-falling", { period: "2024-02", now: revenue("100"), past: december })).toEqual([]);
  });

  it("turns soft with a reason, and is explained by a note", () => {
    const draft = { inputs: { revenue: "90" }, correction: "enterprise-left" as const };
    const of = (note: string) =>
      check({ now: { "indicator:T02-1": { ...draft, note } }, past }).find(
        ({ rule }) => rule === "ytd-not-falling",
      );
    expect(of("")).toMatchObject({ tier: "soft", explained: false });
    expect(of("样例：一家企业迁往外市，本月起不再计入")).toMatchObject({ tier: "soft", explained: true });
  });

  it("names period and figures", () => {
    expect(sentence("ytd-not-falling", { now: revenue("90"), past })).toContain(
      "本期累计90万元，小于2024年1—2月的100万元，累计数不得减少",
    );
  });
});

describe("credit codes", () => {
  const first17 = "91360900MA35TEST0";
  const good = `${first17}${creditCodeCheckCharacter("91360900MA35TEST0".replace("S", "5")) ?? ""}`.replace(
    "S",
    "5",
  );
  const fields = { name: "样例企业", chain: "new-energy", provincial_platform: "none" };
  const row = (key: string) => ({ now: { [`register:chain-leaders/${key}`]: { fields } } });

  it("lets a code with the right check character pass, in lower case too", () => {
    expect(check(row(good))).toEqual([]);
    expect(found("credit-code", row(good.toLowerCase()))).toEqual([]);
  });

  it("names the position of a wrong character", () => {
    const wrong = good.slice(0, 17) + (good.endsWith("A") ? "B" : "A");
    expect(found("credit-code", row(wrong))).toEqual(["hard key"]);
    expect(sentence("credit-code", row(wrong))).toContain(`第18位不符合 GB 32100：应为${good.slice(-1)}`);
    expect(sentence("credit-code", row(`91O${good.slice(3)}`))).toContain("第3位");
  });

  it("counts the characters of one too short, and lets a local key pass", () => {
    expect(found("credit-code-length", row(good.slice(1)))).toEqual(["hard key"]);
    expect(check(row("本地-001"))).toEqual([]);
    expect(check(row("local-001"))).toEqual([]);
  });

  it("asks no code of registers with other keys", () => {
    const platform = { name: "样例平台", host: "样例单位", approved_on: "2024-01-05" };
    expect(check({ now: { "register:national-platforms/样例〔2024〕1号": { fields: platform } } })).toEqual(
      [],
    );
  });
});

describe("dates", () => {
  const approved = (approved_on: string) => ({
    now: { "register:national-platforms/P1": { fields: { name: "样例", host: "样例", approved_on } } },
  });

  it.each(["2024-03-31", "2024/3/5", "2024年3月5日", "1949-10-01"])("lets %s pass", (date) => {
    expect(check(approved(date))).toEqual([]);
  });

  it.each(["2024-04-01", "1949-09-30", "2024-02-30", "上月"])("finds %s", (date) => {
    expect(found("date-range", approved(date))).toEqual(["hard approved_on"]);
  });

  it("lets announced days lie ahead", () => {
    const noData = (expected: string) => ({
      now: { "indicator:T02-1": { noData: { source: "统计局", expected } } },
    });
    expect(found("date-range", noData("2024-05-20"))).toEqual([]);
    expect(found("date-range", noData("2023-05-20"))).toEqual(["hard noData.expected"]);
    const deadline = {
      problem: "样例",
      coordination: "样例",
      raised_on: "2024-03-01",
      deadline: "2024-12-31",
    };
    expect(check({ now: { "register:problems/1": { fields: deadline } } })).toEqual([]);
  });

  it("holds a row's year against the period", () => {
    const year = (text: string) => ({
      period: "2024-12",
      now: { "register:key-enterprises/本地-1": { fields: { name: "样例", year: text, revenue: "1" } } },
    });
    expect(found("date-range", year("2025"))).toEqual(["hard year"]);
    expect(found("date-range", year("2024"))).toEqual([]);
    expect(found("number", year("今年"))).toEqual(["hard year"]);
  });
});

describe("texts", () => {
  it("finds one character too many", () => {
    const task = (length: number) => ({
      now: { "task:2": { status: "in-progress" as const, progress: "样".repeat(length) } },
    });
    expect(found("text-length", task(1000))).toEqual([]);
    expect(found("text-length", task(1001))).toEqual(["hard progress"]);
    expect(sentence("text-length", task(1001))).toContain("有1001字，最多1000字");
  });

  it("keeps to what a record may hold where that is less", () => {
    expect(found("text-length", { now: { "contact:2": { person: "样".repeat(61) } } })).toEqual([
      "hard person",
    ]);
  });
});

describe("drafts the plan does not know", () => {
  it("names inputs of others, two answers at once, foreign shapes and items", () => {
    const two = { inputs: { revenue: "1" }, notApplicable: "样例" };
    expect(found("one-answer", { now: { "indicator:T02-1": two } })).toEqual(["hard -"]);
    expect(
      found("unknown-input", { now: { "indicator:T02-1": { inputs: { revenue: "1", rank: "2" } } } }),
    ).toEqual(["hard rank"]);
    expect(found("wrong-shape", { now: { "task:2": { inputs: { revenue: "1" } } } })).toEqual(["hard -"]);
    expect(found("unknown-item", { now: { "indicator:T99-1": { inputs: { revenue: "1" } } } })).toEqual([
      "hard -",
    ]);
    expect(
      found("invalid-choice", {
        now: {
          "register:chain-leaders/本地-1": {
            fields: { name: "样例", chain: "房地产", provincial_platform: "省级" },
          },
        },
      }),
    ).toEqual(["hard chain"]);
  });
});
