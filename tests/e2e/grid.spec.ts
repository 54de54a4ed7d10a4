import { expect, test, type Locator } from "@playwright/test";
import { revenue, save, seal } from "../support/workspaces.ts";
import { page, withDesk } from "./support/city-desk.ts";
import { copyElsewhere, excelHtml } from "./support/clipboard.ts";
import { navigate } from "./support/desk.ts";

/** The entry grid by keyboard and clipboard alone, as somebody uses it who knows workbooks. */

const FENGCHENG = "360981";
const AT = "2024-05-07T01:00:00.000Z";
/** 样例: chain revenues of February and March, 万元. */
const past: Readonly<Record<string, readonly [string, string]>> = {
  "indicator:T02-1": ["251334.86", "319870.2"],
  "indicator:T03-1": ["738260.51", "930145.08"],
  "indicator:T04-1": ["352914.15", "448206.73"],
  "indicator:T05-1": ["324902.18", "411655.47"],
  "indicator:T06-1": ["186702.93", "237816.44"],
  "indicator:T08-1": ["232745.59", "298116.2"],
};

test.describe.configure({ mode: "serial" });

withDesk(AT, { fengcheng: FENGCHENG }, async (scene) => {
  const laptop = scene.laptop("fengcheng");
  for (const [at, period] of ["2024-02", "2024-03"].entries()) {
    save(
      laptop,
      period,
      Object.fromEntries(Object.entries(past).map(([item, of]) => [item, revenue(of[at] ?? "")])),
    );
    save(laptop, period, { "task:2": { status: "in-progress", progress: "样例：开工3个项目。" } });
    await seal(laptop, period, scene.out());
  }
  return laptop;
});
test.beforeAll(async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await navigate(page, "填报");
});

const lineOf = (name: string): Locator =>
  page.locator(".grid__line:not(.grid__editor)").filter({ hasText: name }).first();
const cellOf = (name: string): Locator => lineOf(name).locator("[role=gridcell].now");
const CHAINS = [
  "新能源（锂电）产业链",
  "节能环保（循环经济）产业链",
  "建材家具产业链",
  "生物医药（大健康）全产业链",
];
const chain = (index: number): string => `${CHAINS[index] ?? ""}营业收入`;
const press = (keys: string): Promise<void> => page.keyboard.press(keys);

test("a value is filled down, undone as one step, and done again", async () => {
  await cellOf(chain(0)).click();
  await page.keyboard.type("386412.75");
  await press("Enter");
  await press("ArrowUp");
  for (let step = 0; step < 4; step += 1) await press("Shift+ArrowDown");
  await expect(page.getByText("已选")).toBeVisible();
  await press("Control+d");
  await expect(cellOf(chain(1))).toHaveText("386,412.75");
  await expect(cellOf(chain(2))).toHaveText("386,412.75");
  await press("Control+z");
  await expect(cellOf(chain(1))).toHaveText("");
  await expect(cellOf(chain(0))).toHaveText("386,412.75");
  await press("Control+y");
  await expect(cellOf(chain(2))).toHaveText("386,412.75");
  await press("Control+z");
  await press("Control+z");
  await expect(cellOf(chain(0))).toHaveText("");
});

const dialog = (): Locator => page.getByRole("dialog", { name: "粘贴前看一眼" });
const pasteLine = (no: number): Locator => dialog().getByRole("row", { name: new RegExp(`^${no} `) });

test("figures in 亿元 from Excel are caught, and only the good ones are written", async () => {
  await cellOf(chain(0)).click();
  // A chain asks for its figure and last year's: every second cell is the 上年同期 of the line above.
  const block = [["38.641275"], ["35.2"], ["112.460933"], ["103.2"], ["5.423189"], ["49"], ["/"]];
  await copyElsewhere(page, { text: block.map(([cell]) => cell).join("\n"), html: excelHtml(block) });
  await press("Control+v");
  await expect(dialog().getByText("粘贴的数像是“亿元”")).toBeVisible();
  await expect(pasteLine(1)).toContainText("386,412.75");
  await expect(pasteLine(5)).toContainText("有误");
  await expect(pasteLine(7)).toContainText("不是数字");
  await dialog().getByRole("button", { name: "只写入无误的 5 格" }).click();
  await expect(cellOf(chain(1))).toHaveText("1,124,609.33");
  await expect(cellOf(chain(2))).toHaveText("");
  await press("Control+z");
  await expect(cellOf(chain(1))).toHaveText("");
});

test("a table of 60 rows and 5 columns in the wrong unit goes to the lines that it names", async () => {
  const heads = ["序号", "指标名称", "单位", "本期累计", "上年同期"];
  const chains = CHAINS.map((name, index) => [
    String(index + 1),
    name,
    "亿元",
    String(30 + index),
    String(28 + index),
  ]);
  const others = Array.from({ length: 55 }, (_, index) => [
    String(index + 5),
    `样例指标${index}`,
    "亿元",
    "1",
    "1",
  ]);
  const block = [heads, ...chains, ...others];
  expect(block).toHaveLength(60);
  const text = block.map((row) => row.join("\t")).join("\n");
  await cellOf(chain(3)).click();
  await copyElsewhere(page, { text, html: excelHtml(block) });
  await press("Control+v");
  await expect(dialog().getByText("60 行 × 5 列，按表里的名称找到各行")).toBeVisible();
  await expect(pasteLine(2).first()).toContainText("300,000.00");
  await expect(pasteLine(60)).toContainText("表里没有叫这个名称的行");
  await dialog().getByRole("button", { name: "取消" }).click();
  await expect(dialog()).toBeHidden();
  await expect(cellOf(chain(0))).toHaveText("");
});

test("cells go out as a block that comes back the same, and are cut", async () => {
  await cellOf(chain(0)).click();
  await page.keyboard.type("400000");
  await press("Enter");
  await press("Enter");
  await page.keyboard.type("1000000");
  await press("Enter");
  await cellOf(chain(0)).click();
  await press("Shift+ArrowDown");
  await press("Shift+ArrowDown");
  await press("Control+x");
  await expect(cellOf(chain(1))).toHaveText("");
  await press("Control+v");
  await dialog().getByRole("button", { name: /写入/ }).last().click();
  await expect(cellOf(chain(0))).toHaveText("400,000.00");
  await expect(cellOf(chain(1))).toHaveText("1,000,000.00");
});

test("Delete, Ctrl+X and Ctrl+D on past figures leave this period's alone", async () => {
  await cellOf(chain(0)).click();
  await press("ArrowRight");
  await press("Delete");
  await press("Shift+ArrowDown");
  await press("Control+x");
  await press("Control+d");
  await press("ArrowLeft");
  await expect(cellOf(chain(0))).toHaveText("400,000.00");
});

test("Ctrl with an arrow, Ctrl+F and the menu key find their ways", async () => {
  await cellOf(chain(0)).click();
  await press("Control+End");
  await press("Control+f");
  await page.keyboard.type("建材家具");
  await press("Enter");
  await expect(page.getByText(/^1 \/ \d+$/)).toBeVisible();
  await press("Escape");
  await page.keyboard.type("500000");
  await press("Enter");
  await expect(cellOf(chain(2))).toHaveText("500,000.00");
  await press("ArrowUp");
  await press("Shift+F10");
  await page.getByRole("menuitem", { name: /不涉及/ }).click();
  await expect(cellOf(chain(2))).toHaveText("不涉及");
  await expect(page.getByLabel("不涉及的理由")).toBeFocused();
  await page.getByRole("button", { name: "撤销 Ctrl+Z" }).click();
  await expect(cellOf(chain(2))).toHaveText("500,000.00");
});

/** As an input method works: characters are composed in the input, Enter takes them and must not leave the cell. */
async function compose(text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let end = 1; end <= text.length; end += 1) {
    const part = text.slice(0, end);
    await session.send("Input.imeSetComposition", { text: part, selectionStart: end, selectionEnd: end });
  }
  const enter = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await session.send("Input.insertText", { text });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter, key: "Enter" });
  await session.detach();
}

test("Chinese is composed in a text and over a cell without losing or committing a character", async () => {
  await lineOf("新能源（锂电）产业链").click();
  await page.locator(".grid__line--task").filter({ hasText: "新能源（锂电）产业链" }).locator(".now").click();
  const words = page.getByLabel("本期进展");
  await words.click();
  await compose("上半年新签约");
  await compose("锂电项目七个");
  await expect(words).toHaveValue("上半年新签约锂电项目七个");
  await cellOf(chain(3)).click();
  await compose("约三百");
  await expect(cellOf(chain(3))).toHaveText("");
  await press("Enter");
  await expect(cellOf(chain(3))).toHaveText("约三百");
  await expect(page.getByText(/不是数。请只填数字/)).toBeVisible();
  await press("Control+z");
});

test("a status is composed or begun in its cell, and a word it does not take is said", async () => {
  const status = page
    .locator(".grid__line--task")
    .filter({ hasText: "新能源（锂电）产业链" })
    .locator(".now");
  await status.click();
  await compose("已完成");
  await press("Enter");
  await expect(status).toContainText("已完成");
  await status.click();
  await page.keyboard.type("推");
  await press("Enter");
  await expect(status).toContainText("推进中");
  await status.click();
  await compose("差不多了");
  await press("Enter");
  await expect(page.getByText(/“差不多了”不在可填的词里/)).toBeVisible();
  await expect(status).toContainText("推进中");
});
