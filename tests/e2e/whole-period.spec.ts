import { join } from "node:path";
import { expect, test, type Locator } from "@playwright/test";
import { itemsFor } from "#shared/plan/assignment.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { sampleEntries } from "#seeds/sample-869/sample.ts";
import { PASSPHRASE } from "../support/workspaces.ts";
import { desk, page, scene, withDesk } from "./support/city-desk.ts";
import { copyElsewhere, excelHtml } from "./support/clipboard.ts";
import { filesOn, picks, stick } from "./support/desk.ts";
import { press, tabTo } from "./support/keyboard.ts";

/** A whole December, annual items and all, by keyboard and paste alone, from the open window to the bundle. */

const FENGCHENG = "360981";
const DECEMBER = periodSchema.parse("2024-12");
const AT = "2025-01-08T01:00:00.000Z";
const STATUS: Readonly<Record<string, string>> = {
  "not-started": "未启动",
  "in-progress": "推进中",
  completed: "已完成",
  "not-applicable": "不涉及",
};

test.describe.configure({ mode: "serial" });

let table: readonly (readonly string[])[] = [];

withDesk(AT, { fengcheng: FENGCHENG }, (scene) => {
  const laptop = scene.laptop("fengcheng");
  table = sampleTable(laptop.plan);
  return laptop;
});
test.beforeAll(() => page.setViewportSize({ width: 1366, height: 768 }));

/** The month as somebody keeps it in a workbook: 样例 figures by name, tasks with their status and words. */
function sampleTable(plan: Parameters<typeof sampleEntries>[0]): string[][] {
  const { tasks, indicators } = sampleEntries(plan, FENGCHENG, DECEMBER);
  const rows = itemsFor(plan, FENGCHENG, DECEMBER).flatMap((asked): string[][] => {
    if (asked.kind === "task") {
      const task = tasks.find(({ task: no }) => no === asked.task.no);
      return [
        [
          asked.title,
          STATUS[task?.status ?? "in-progress"] ?? "",
          task?.progress ?? "样例进展，项目按期推进（样例）",
        ],
      ];
    }
    if (asked.kind !== "indicator") return [];
    const answer = indicators.find(({ indicator }) => indicator === asked.item.replace("indicator:", ""));
    return asked.inputs.map(({ id, name }, index) => {
      const isLead = index === 0 && (asked.indicator.aggregation.kind === "sum" || asked.inputs.length === 1);
      return [isLead ? asked.title : `${asked.title} ${name}`, String(answer?.inputs?.[id] ?? ""), ""];
    });
  });
  return [["项目", "本期", "本期进展"], ...rows];
}

const dialog = (): Locator => page.getByRole("dialog", { name: "粘贴前看一眼" });

test("one paste fills every indicator and task that the workbook has", async () => {
  await press(page, page.getByRole("navigation").getByRole("link", { name: /^填报/ }));
  await tabTo(page, page.locator(".grid__editor input"));
  await copyElsewhere(page, {
    text: table.map((row) => row.join("\t")).join("\n"),
    html: excelHtml(table),
  });
  await page.keyboard.press("Control+v");
  await expect(dialog().getByText("按表里的名称找到各行")).toBeVisible();
  await expect(dialog().getByRole("button", { name: "写入 114 格" })).toBeFocused();
  await expect(dialog().getByText("有误", { exact: true })).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(dialog()).toBeHidden();
  await expect(page.getByText("全表 已填 57 / 63")).toBeVisible();
});

const cell = (name: string): Locator =>
  page.locator(".grid__line:not(.grid__editor)").filter({ hasText: name }).first().locator(".now");

test("a figure and a status are typed, a mistake is taken back", async () => {
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("8767771.5");
  await page.keyboard.press("Enter");
  await expect(cell("规上工业营业收入")).toHaveText(/8,767,771.50/);
  await page.keyboard.press("Control+z");
  await expect(cell("规上工业营业收入")).toHaveText(/8,767,771.00/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F2");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(cell("工业经济平稳运行")).not.toHaveText("");
});

test("two registers are answered: one with pasted rows, one with 零报告", async () => {
  await press(page, page.getByRole("navigation").getByRole("link", { name: /^名录/ }));
  const rows = [
    ["企业名称", "统一社会信用代码", "产业链", "省级平台"],
    ["样例企业甲有限公司", "91360981MA00EX001D", "电子信息产业链", "没有"],
    ["样例企业乙有限公司", "91360981MA00EX002G", "新能源产业链", "省级"],
  ];
  await copyElsewhere(page, { text: rows.map((row) => row.join("\t")).join("\n") });
  await page.keyboard.press("Control+v");
  await expect(dialog().getByText("按表头认出")).toBeVisible();
  await expect(dialog().getByRole("button", { name: /写入.*2 条/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog()).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: "样例企业乙有限公司" })).toBeVisible();
  await press(page, page.getByRole("tab", { name: /^重点企业/ }));
  await page.keyboard.press("Alt+1");
  await expect(page.getByText("零报告").first()).toBeVisible();
});

test("the period is signed and handed over", async () => {
  await press(page, page.getByRole("navigation").getByRole("link", { name: /^上报与回执/ }));
  await tabTo(page, page.getByLabel("填报人"));
  await page.keyboard.type("填报人甲");
  await tabTo(page, page.getByLabel("审核人"));
  await page.keyboard.type("审核人乙");
  await tabTo(page, page.getByLabel("单位负责人"));
  await page.keyboard.type("负责人丙");
  await press(page, page.getByRole("checkbox", { name: /已核对/ }), "Space");
  await picks(desk, [stick(scene.folder, "stick")]);
  await press(page, page.getByRole("button", { name: /选 U盘或文件夹/ }));
  await tabTo(page, page.getByLabel("本机口令"));
  await page.keyboard.type(PASSPHRASE);
  await press(page, page.getByRole("button", { name: /上报并写出/ }));
  await expect(page.getByText("第1包已写出")).toBeVisible();
  expect(filesOn(join(scene.folder, "stick"))).toHaveLength(1);
});
