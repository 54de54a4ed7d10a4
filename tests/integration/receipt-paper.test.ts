import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import type { Sheet } from "#shared/paper/sheets.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { sheetModel } from "#main/engine/paper/paper.ts";
import { unitsWithReceipt } from "#main/engine/paper/receipt-paper.ts";
import type { Session } from "#main/engine/session.ts";
import {
  codeOf,
  judge,
  makeCity,
  must,
  receiptFor,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../support/workspaces.ts";
import { createPrinter, pdfFacts, type PdfFacts, type Printer } from "./paper-printing.ts";

/** 回执单 and 问题清单 from a ledger with returned, accepted, closed and corrected answers and a problem struck off. */

// Making the city, building the page and printing it takes seconds, and more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const JUNE = periodSchema.parse("2024-06");
const TONGGU = unitKeySchema.parse("360926");
const FENGCHENG = unitKeySchema.parse("360981");
const PROBLEM = "register:problems/2024-1";
const OPEN = "register:problems/2024-2";

let city: City;
let scene: Scene;
let office: Session;
let tonggu: Session;
let printer: Printer;

const task = (progress: string, problems: string) =>
  ({ status: "in-progress", progress, problems, next: "继续推进" }) as const;
const problem = (text: string, more = {}) => ({
  fields: { problem: text, task: "21", coordination: "请市级协调用能指标", raised_on: "2024-06-03", ...more },
});

beforeAll(async () => {
  city = await makeCity({ tonggu: TONGGU, fengcheng: FENGCHENG });
  scene = new Scene(city);
  office = scene.office();
  tonggu = scene.laptop("tonggu");
  scene.clock.set("2024-07-08T02:26:00.000Z");
  save(tonggu, JUNE, {
    "task:2": task("样例项目开工", "原料供应紧张"),
    "task:3": task("样例项目投产", "无。"),
    "task:4": { ...task("样例项目验收", "暂无问题"), status: "completed" },
    "indicator:T02-1": revenue("10000"),
    "indicator:T03-1": revenue("20000"),
    [PROBLEM]: problem("园区用能指标有缺口", { deadline: "2024-08-31" }),
    [OPEN]: problem("推荐名额不足"),
  });
  await take(office, [(await seal(tonggu, JUNE, scene.out())).file]);
  judge(office, "accepted", [TONGGU, JUNE, "task:2", "task:3", "task:4", "indicator:T02-1", PROBLEM]);
  judge(office, "returned", [TONGGU, JUNE, "indicator:T03-1"], "请核对可比口径");
  judge(office, "closed", [TONGGU, JUNE, PROBLEM], "已调剂用能指标");
  scene.clock.set("2024-07-11T01:12:00.000Z");
  printer = await createPrinter();
});
afterAll(async () => {
  await printer.close();
  scene.close();
  removeCity(city);
});

const modelOf = <S extends Sheet>(sheet: S): Extract<SheetModel, { sheet: S }> => {
  const model = must(sheetModel(office, { sheet, unit: TONGGU, period: JUNE, blank: false }));
  if (model.sheet !== sheet) throw new Error(`made ${model.sheet}`);
  return model as Extract<SheetModel, { sheet: S }>;
};
const printed = async (model: SheetModel): Promise<PdfFacts> =>
  pdfFacts(await printer.print(model, model.sheet));
const bare = (text: string): string => text.replaceAll(/\s/gu, "");

test("there is no receipt to print before one is written, nor for a unit that sent nothing, nor on a laptop", async () => {
  const request = { sheet: "receipt", unit: TONGGU, period: JUNE, blank: false } as const;
  expect(codeOf(sheetModel(office, request))).toBe("no-receipt");
  const receipt = await receiptFor(office, TONGGU, scene.out());
  await take(tonggu, [receipt.file]);
  expect(codeOf(sheetModel(office, { ...request, unit: FENGCHENG }))).toBe("no-receipt");
  expect(codeOf(sheetModel(office, { ...request, period: periodSchema.parse("2024-05") }))).toBe(
    "no-receipt",
  );
  expect(codeOf(sheetModel(tonggu, request))).toBe("wrong-role");
  expect(must(unitsWithReceipt(office, JUNE))).toEqual([TONGGU]);
});

test("the receipt says what came, when, by whose laptop, and what became of every item", () => {
  const model = modelOf("receipt");
  expect(model).toMatchObject({
    periodName: "2024年第二季度",
    day: "2024年7月11日",
    receivedAt: "2024年7月8日10:26",
    bundle: "第1号",
    timeliness: "按时（截止7月10日、29日）",
    device: expect.stringMatching(/^已授权（证书第\d+号）$/u),
    paper: "未收",
    outcome: "报送7项：接收5项，退回1项，版本不一致0项，待审1项",
    returned: [{ no: 1, item: "T03-1　节能环保（循环经济）产业链营业收入", comment: "请核对可比口径" }],
    accepted: [
      "重点任务第2—4项；指标T02-1；名录：问题清单1项。共5项。",
      "其中任务第4项填报“已完成”，办结认定另行通知。",
    ],
    margin: { foot: "回执第1号" },
  });
});

test("the receipt is one page and bears its own digest", async () => {
  const model = modelOf("receipt");
  const facts = await printed(model);
  expect([facts.pages, facts.sizes]).toEqual([1, ["595x842"]]);
  const [text = ""] = facts.texts;
  expect(text).toContain("第1页/共1页");
  expect(text).toContain("接收单位：铜鼓县人民政府");
  for (const line of [...model.digest, ...model.receiptDigest.lines]) expect(text).toContain(bare(line));
});

test("a receipt with much sent back keeps names and seal with what was accepted", async () => {
  const model = modelOf("receipt");
  const [row] = model.returned;
  if (row === undefined) throw new Error("nothing sent back");
  for (const count of [3, 4, 5, 6]) {
    const returned = Array.from({ length: count }, (_, index) => ({
      ...row,
      no: index + 1,
      comment: `第${index}条意见，请核对可比口径并写明原因，附核定文件。`.repeat(2),
    }));
    const facts = await printed({ ...model, returned });
    expect(facts.texts.at(-1)).toContain("接收事项");
    expect(facts.texts.at(-1)).toContain("（单位盖章）");
  }
});

test("a newer package shows only once a newer receipt acknowledges it, with the judgement of its own answers", async () => {
  const before = modelOf("receipt");
  scene.clock.set("2024-07-30T02:00:00.000Z");
  save(tonggu, JUNE, { "indicator:T03-1": revenue("19000", "说明：样例数，按可比口径更正。") });
  await take(office, [(await seal(tonggu, JUNE, scene.out())).file]);
  expect(modelOf("receipt").digest).toEqual(before.digest);
  await receiptFor(office, TONGGU, scene.out());
  expect(modelOf("receipt")).toMatchObject({
    bundle: "第2号，上一号已收到",
    outcome: "报送1项：接收0项，退回0项，版本不一致0项，待审1项",
    returned: [],
    accepted: ["没有。"],
    margin: { foot: "回执第2号" },
  });
});

test("the problem sheet lists what units raise, what was struck off, and leaves to the pen what nobody recorded", async () => {
  const model = modelOf("problem-sheet");
  const [registered, reported] = model.groups;
  expect(registered?.rows).toMatchObject([
    {
      no: 1,
      problem: "园区用能指标有缺口",
      unit: "铜鼓县",
      raised: ["2024年6月3日"],
      task: expect.stringMatching(/^21　/u),
      wished: "希望2024年8月31日前",
      result: "已调剂用能指标",
      struckOff: ["2024年", "7月8日"],
    },
    {
      no: 2,
      problem: "推荐名额不足",
      raised: ["2024年6月3日", "待审"],
      wished: "",
      result: "",
      struckOff: [],
    },
  ]);
  expect(reported?.rows.map(({ no, problem: text, task: of }) => [no, text, of.slice(0, 1)])).toEqual([
    [3, "原料供应紧张", "2"],
  ]);
  const facts = await printed(model);
  expect([facts.pages, facts.sizes]).toEqual([1, ["842x595"]]);
  expect(facts.texts[0]).toContain("承办单位整改时限办理结果销号日期");
  expect(facts.texts[0]).toContain("园区用能指标有缺口");
});

test("what was struck off in an earlier year is listed no more, what is open stays", () => {
  const later = must(
    sheetModel(office, {
      sheet: "problem-sheet",
      unit: TONGGU,
      period: periodSchema.parse("2025-03"),
      blank: false,
    }),
  );
  if (later.sheet !== "problem-sheet") throw new Error(`made ${later.sheet}`);
  expect(later.groups.flatMap(({ rows }) => rows.map(({ problem: text }) => text))).toEqual(["推荐名额不足"]);
});
