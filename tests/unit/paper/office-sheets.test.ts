import { describe, expect, it } from "vitest";
import { circularModel, type CircularUnit } from "#shared/paper/circular.ts";
import { reminderModel, replyBy, type ReminderInput } from "#shared/paper/reminder.ts";
import type { Settled } from "#shared/paper/settled.ts";
import { sheetModelSchema } from "#shared/paper/sheet-model.ts";
import { summarySheetModel, type SummaryInput } from "#shared/paper/summary-sheet.ts";
import { decimalSchema } from "#shared/plan/ids.ts";
import { taskItem } from "#shared/plan/item.ts";
import { completenessOf, type ReceivedItem } from "#shared/rollup/completeness.ts";
import { factsOf } from "#shared/rollup/facts.ts";
import { rollUp } from "#shared/rollup/roll-up.ts";
import { snapshotFigures } from "#shared/rollup/snapshot.ts";
import { taskRows } from "#shared/rollup/task-board.ts";
import { ELEVEN, itemFact, period, plan, unit } from "../rollup/sketch.ts";

const JUNE = period("2024-06");
const [YUANZHOU, FENGXIN] = [unit("360902"), unit("360921")];
/** 31 July 2024, 9 o'clock in China: tasks are 21 days overdue, figures and registers (28 July is a Sunday) two. */
const PRINTED = "2024-07-31T01:00:00.000Z";

const known = (key: typeof YUANZHOU, received: readonly ReceivedItem[] = [], today = "2024-07-31") =>
  completenessOf({ plan, period: JUNE, unit: key, received, today });
const came = (no: number, at: string, state: ReceivedItem["state"] = "accepted"): ReceivedItem => ({
  item: taskItem(no),
  state,
  answer: "value",
  receivedAt: `${at}T02:00:00.000Z`,
});
const settled = (more: Partial<Settled> = {}): Settled => ({
  number: 2,
  at: "2024-07-28T09:40:00.000Z",
  ledger: `sha256:${"41d806ce93fa2b70".repeat(4)}`,
  figures: [],
  since: 0,
  moved: new Set(),
  ...more,
});

describe("催报单", () => {
  const letter = (more: Partial<ReminderInput> = {}) =>
    reminderModel({
      plan,
      period: JUNE,
      completeness: known(YUANZHOU),
      paper: null,
      last: null,
      letter: { contact: "市级汇总员丁", phone: "", day: "2024-08-05", hour: 17 },
      printedAt: PRINTED,
      sample: true,
      ...more,
    });
  const rows = (model: ReturnType<typeof letter>) =>
    model.rows.map((row) => [row.no, row.matter, row.count, row.period, row.due, row.overdue]);

  it("lists what is missing by kind, with due dates and days overdue", () => {
    const model = letter();
    expect(rows(model)).toEqual([
      [1, "重点任务推进情况", 37, "2024年第二季度", "7月10日", "21天"],
      [2, "按月指标", 11, "2024年6月", "7月29日", "2天"],
      [3, "按季指标", expect.any(Number), "2024年第二季度", "7月29日", "2天"],
      [
        4,
        expect.stringMatching(/^名录变更或确认（\d种）$/u),
        expect.any(Number),
        "2024年第二季度",
        "7月29日",
        "2天",
      ],
    ]);
    expect(model.rows.reduce((sum, { count }) => sum + count, 0)).toBe(known(YUANZHOU).missing);
    expect(sheetModelSchema.parse(model)).toEqual(model);
  });

  it("names the unit in full, the hour, and a working day to answer by", () => {
    const model = letter();
    expect(model.to).toBe("袁州区人民政府：");
    expect(model.opening).toContain("截至2024年7月31日9时");
    expect(model.opening).toContain("请于2024年8月5日17时前报送");
    // Three days after a Wednesday is a Saturday: the Monday after.
    expect([replyBy(plan, "2024-07-31"), replyBy(plan, "2024-07-29")]).toEqual(["2024-08-05", "2024-08-01"]);
    expect([model.by, model.day, model.contact, model.phone]).toEqual([
      "宜春市工业和信息化局",
      "2024年7月31日",
      "市级汇总员丁",
      "",
    ]);
  });

  it("asks for nothing that came, and for nothing before it is due", () => {
    const all = plan.tasks.slice(0, 35).map(({ no }) => came(no, "2024-07-12"));
    const early = letter({
      completeness: known(YUANZHOU, all, "2024-07-20"),
      printedAt: "2024-07-20T01:00:00.000Z",
    });
    expect(rows(early)).toEqual([[1, "重点任务推进情况", 2, "2024年第二季度", "7月10日", "10天"]]);
  });

  it("asks for the signed paper only where an account of it is kept and it has not come", () => {
    expect(letter({ paper: "missing" }).rows.at(-1)).toMatchObject({
      matter: "签字盖章的送审稿（纸质件）",
      due: "7月10日",
      overdue: "21天",
    });
    for (const paper of [null, "received", "to-reprint"] as const)
      expect(
        letter({ paper })
          .rows.map(({ matter }) => matter)
          .join(""),
      ).not.toContain("纸质件");
  });

  it("says what came last", () => {
    const last = { receivedAt: "2024-06-26T02:00:00.000Z", period: period("2024-05"), sequence: 6 };
    expect(letter({ last }).last.join("")).toBe(
      "上次收到你单位报送：2024年6月26日，报告期2024年5月，第6号报送包。",
    );
    expect(letter().last).toEqual([]);
  });
});

describe("通报附表", () => {
  const units: CircularUnit[] = [
    {
      completeness: known(YUANZHOU, [came(1, "2024-07-09"), came(2, "2024-07-12", "returned")]),
      returned: 2,
      resubmitted: 1,
      paper: "received",
      underWay: 2,
      closed: 1,
    },
    { completeness: known(FENGXIN), returned: 0, resubmitted: 0, paper: "missing", underWay: 0, closed: 0 },
  ];
  const sheet = (more: object = {}) =>
    circularModel({
      plan,
      period: JUNE,
      units,
      settled: settled(),
      printedAt: PRINTED,
      sample: false,
      ...more,
    });

  it("counts each unit and adds them up", () => {
    const { rows, total } = sheet();
    const { expected } = known(YUANZHOU);
    expect(rows[0]).toEqual({
      unit: "袁州区",
      expected: String(expected),
      onTime: "1",
      late: "1",
      missing: { text: String(expected - 2), tone: "missing" },
      returned: "2",
      resubmitted: "1",
      paper: { text: "已收", tone: "plain" },
      underWay: "2",
      closed: "1",
    });
    expect(rows[1]?.paper).toEqual({ text: "未收", tone: "missing" });
    expect(total).toMatchObject({
      unit: "合计",
      expected: String(2 * expected),
      onTime: "1",
      late: "1",
      missing: { text: String(2 * expected - 2) },
      paper: { text: "1/2" },
    });
    expect(sheetModelSchema.parse(sheet())).toEqual(sheet());
  });

  it("says which 定稿 there is, or none", () => {
    expect(sheet()).toMatchObject({
      margin: { foot: "汇总定稿第2版" },
      ledger: { lines: [expect.stringMatching(/^41d8 06ce/u), expect.any(String)] },
    });
    expect(sheet().notes.join("")).toContain("汇总定稿第2版（2024年7月28日）");
    const none = sheet({ settled: null });
    expect([none.margin.foot, none.ledger]).toEqual(["未定稿", null]);
    expect(none.notes.join("")).toContain("尚未定稿");
  });

  it("prints a dash for paper that no account is kept of", () => {
    const without = sheet({ units: units.map((each) => ({ ...each, paper: null })) });
    expect([...without.rows, without.total].map(({ paper }) => paper.text)).toEqual(["—", "—", "—"]);
  });
});

describe("汇总表", () => {
  const revenue = (key: string, amount: string, item = "T02-1") =>
    itemFact(item, {
      unit: key,
      period: "2024-06",
      accepted: { inputs: { revenue: amount, revenue_prior: "1" } },
    });
  const items = [
    revenue("360902", "1234567"),
    revenue("360921", "10000"),
    itemFact("T02-1", { unit: "360922", period: "2024-06", accepted: { notApplicable: "没有这条链" } }),
    itemFact("T02-1", {
      unit: "360923",
      period: "2024-06",
      accepted: { noData: { source: "统计局", expected: "2024-08-10" } },
    }),
    itemFact("T02-1", {
      unit: "360924",
      period: "2024-06",
      pending: { inputs: { revenue: "7", revenue_prior: "1" } },
    }),
  ];
  const rollup = rollUp({ plan, period: JUNE, includePending: false, facts: factsOf({ items }) });
  const sheet = (more: Partial<SummaryInput> = {}) =>
    summarySheetModel({
      plan,
      period: JUNE,
      rollup,
      tasks: taskRows(plan, JUNE, [], "2024-07-29"),
      settled: null,
      officer: "市级汇总员丁",
      printedAt: PRINTED,
      sample: false,
      ...more,
    });
  const row = (model: ReturnType<typeof sheet>, name: string) =>
    model.indicators.flatMap(({ rows }) => rows).find((each) => each.name.startsWith(name));

  it("has a cell for every unit: figures, and a word for each reason that there is none", () => {
    const found = row(sheet(), "新能源（锂电）");
    expect(found?.cells.map(({ text }) => text)).toEqual([
      "123.46",
      "1.00",
      "不涉及",
      "暂无",
      "待审",
      ...Array.from({ length: 6 }, () => "未报"),
    ]);
    expect(found?.cells.at(-1)?.tone).toBe("missing");
    expect(found).toMatchObject({ unit: "亿元", target: "突破2500", city: "124.46", share: "2/10" });
    expect(sheet().units).toHaveLength(ELEVEN.length);
    expect(sheetModelSchema.parse(sheet())).toEqual(sheet());
  });

  describe("a growth", () => {
    const industry = (key: string, [revenue, prior]: readonly [string, string]) =>
      itemFact("T01-1", {
        unit: key,
        period: "2024-06",
        accepted: { inputs: { revenue, revenue_prior: prior } },
      });
    const first = industry("360902", ["1100000", "1000000"]);
    const second = industry("360921", ["450000", "500000"]);
    const zero = industry("360922", ["7000", "0"]);
    const rolled = (facts: readonly ReturnType<typeof industry>[]) =>
      rollUp({ plan, period: JUNE, includePending: false, facts: factsOf({ items: facts }) });
    const ofGrowth = (model: ReturnType<typeof sheet>) =>
      model.indicators[0]?.rows.slice(0, 3).map(({ cells, ...each }) => ({
        ...each,
        cells: cells.slice(0, 4).map(({ text }) => text),
      }));

    it("stands as the amount, 上年同期 as the units gave it, and 同比 of the sums", () => {
      const said = itemFact("T01-1", {
        unit: "360923",
        period: "2024-06",
        accepted: { noData: { source: "统计局", expected: "2024-08-10" } },
      });
      const rows = ofGrowth(sheet({ rollup: rolled([first, second, said]) }));
      const every = { share: "2/11", hasFigure: true, isPublished: false };
      expect(rows).toEqual([
        {
          ...every,
          no: 1,
          name: "规上工业营业收入",
          isPart: false,
          unit: "亿元",
          target: "约9%/年",
          cells: ["110.00", "45.00", "未报", "暂无"],
          city: "155.00",
        },
        {
          ...every,
          no: 2,
          name: "上年同期（可比）",
          isPart: true,
          unit: "亿元",
          target: "—",
          cells: ["100.00", "50.00", "未报", "暂无"],
          city: "150.00",
        },
        {
          ...every,
          no: 3,
          name: "同比增长",
          isPart: true,
          unit: "%",
          target: "—",
          cells: ["10.0", "-10.0", "未报", "暂无"],
          city: "3.3",
        },
      ]);
    });

    it("shows a dash where nobody reported, and where a year before was nothing", () => {
      expect(ofGrowth(sheet())?.map(({ city, hasFigure }) => [city, hasFigure])).toEqual([
        ["—", false],
        ["—", false],
        ["—", false],
      ]);
      const alone = ofGrowth(sheet({ rollup: rolled([zero]) }));
      expect(alone?.map(({ cells, city }) => [cells[2], city])).toEqual([
        ["0.70", "0.70"],
        ["0.00", "0.00"],
        ["—", "—"],
      ]);
    });

    it("has the city's amounts of a settled growth only where they still make it", () => {
      const figures = snapshotFigures(rolled([first, second]));
      const city = (more: Partial<Settled>, now = rolled([first, second])) => {
        const model = sheet({ rollup: now, settled: settled({ figures, since: 1, ...more }) });
        return { city: ofGrowth(model)?.map((each) => each.city), notes: model.notes.join("") };
      };
      const still = city({ moved: new Set([taskItem(1)]) });
      expect(still.city).toEqual(["155.00", "150.00", "3.3"]);
      expect(still.notes).not.toContain("定稿只存增速");
      const corrected = rolled([first, industry("360921", ["900000", "1000000"])]);
      for (const moved of [new Set([first.item]), new Set<typeof first.item>()]) {
        const gone = city({ moved }, corrected);
        expect(gone.city).toEqual(["—", "—", "3.3"]);
        expect(gone.notes).toContain("定稿只存增速：规模以上工业营业收入年均增速在定稿后有变动");
      }
      // Ten times as much of both gives the same growth: what came since says that it is another amount.
      const tenfold = rolled([
        industry("360902", ["11000000", "10000000"]),
        industry("360921", ["4500000", "5000000"]),
      ]);
      expect(city({ moved: new Set([first.item]) }, tenfold).city).toEqual(["—", "—", "3.3"]);
    });
  });

  it("never shows a missing figure as zero", () => {
    expect(row(sheet(), "节能环保")).toMatchObject({ city: "—", hasFigure: false, share: "0/11" });
  });

  it("numbers the rows through and lists no indicator that the period does not ask for", () => {
    const rows = sheet().indicators.flatMap((group) => group.rows);
    expect(rows.map(({ no }) => no)).toEqual(rows.map((_, index) => index + 1));
    expect(sheet().indicators.map(({ title }) => title)).toEqual([
      "一、按月调度的指标",
      "二、按季调度的指标",
    ]);
  });

  it("takes the city's figure from the 定稿 and says so where something came after it", () => {
    const figures = snapshotFigures(
      rollUp({ plan, period: JUNE, includePending: false, facts: factsOf({ items: items.slice(1) }) }),
    );
    const model = sheet({ settled: settled({ figures, since: 1 }) });
    expect(row(model, "新能源（锂电）")).toMatchObject({ city: "1.00", share: "1/10" });
    expect(row(model, "新能源（锂电）")?.cells[0]?.text).toBe("123.46");
    expect(model.notes[0]).toContain("汇总定稿第2版（2024年7月28日）；其后又有1项变动");
    expect(model.margin.foot).toContain("汇总定稿第2版");
    expect(sheet().margin.foot).toBe("未定稿");
  });

  it("shows a published figure in the city's place, marked, with source and roll-up in a note", () => {
    const published = {
      value: decimalSchema.parse("130"),
      source: "市统计局",
      date: "2024-07-18",
      use: true,
      difference: null,
    };
    const marked = {
      ...rollup,
      indicators: rollup.indicators.map((figure) =>
        figure.id === "T02-1" ? { ...figure, published } : figure,
      ),
    };
    const model = sheet({ rollup: marked });
    expect(row(model, "新能源（锂电）")).toMatchObject({ city: "130.00", isPublished: true });
    expect(model.notes.join("")).toContain("公布数（市统计局，2024年7月18日）；各单位汇总为124.46亿元");
    const beside = {
      ...rollup,
      indicators: marked.indicators.map((figure) =>
        figure.id === "T02-1" ? { ...figure, published: { ...published, use: false } } : figure,
      ),
    };
    expect(row(sheet({ rollup: beside }), "新能源（锂电）")).toMatchObject({
      city: "124.46",
      isPublished: false,
    });
  });

  it("has all 37 tasks with 未报 where nothing was said, and none where the period asks for no texts", () => {
    const rows = sheet().tasks.flatMap((group) => group.rows);
    expect(rows.map(({ no }) => no)).toEqual(plan.tasks.map(({ no }) => no));
    expect(rows[0]?.counts).toEqual(["0", "0", "0", "0", "11"]);
    expect(sheet({ tasks: taskRows(plan, period("2024-05"), [], "2024-06-29") }).tasks).toEqual([]);
  });

  it("says what the law asks for", () => {
    expect(sheet().notes.join("")).toMatch(/四舍五入，合计与分项可能不等.*用于工作调度，不替代法定统计报表/u);
  });
});
