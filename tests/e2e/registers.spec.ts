import { expect, test, type Locator } from "@playwright/test";
import { save, seal } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { page, withDesk } from "./support/city-desk.ts";
import { copyElsewhere, excelHtml } from "./support/clipboard.ts";
import { navigate } from "./support/desk.ts";

/** Registers as somebody fills them who has the list in a workbook. Enterprises are made up (样例). */

const FENGCHENG = "360981";
const AT = "2024-05-07T01:00:00.000Z";
const CODES = [
  "91360981MA00EX001D",
  "91360981MA00EX002G",
  "91360981MA00EX003K",
  "91360981MA00EX004N",
  "91360981MA00EX005R",
  "91360981MA00EX006W",
  "91360981MA00EX0070",
  "91360981MA00EX0083",
  "91360981MA00EX0096",
  "91360981MA00EX010B",
] as const;
const WRONG = "91360981MA00EX0118";
const ENDED = "91360981MA00EX012H";
const nameOf = (no: number): string => `样例企业${"甲乙丙丁戊己庚辛壬癸"[no] ?? ""}有限公司`;
const row = (name: string, chain: string) => ({
  fields: { name, chain, stage: "certified", provincial_platform: "none" },
});

test.describe.configure({ mode: "serial" });

withDesk(AT, { fengcheng: FENGCHENG }, async (scene) => {
  const laptop = scene.laptop("fengcheng");
  save(laptop, "2024-03", {
    [`register:chain-leaders/${CODES[0]}`]: row(nameOf(0), "electronics"),
    [`register:chain-leaders/${CODES[1]}`]: row(nameOf(1), "new-energy"),
    [`register:chain-leaders/${ENDED}`]: row("样例旧厂", "equipment"),
  });
  await seal(laptop, "2024-03", scene.out());
  save(laptop, "2024-04", {
    [`register:chain-leaders/${ENDED}`]: {
      ...row("样例旧厂", "equipment"),
      state: "ended",
      date: "2024-04-15",
      reason: "样例：已注销",
    },
  });
  return laptop;
});
test.beforeAll(async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await navigate(page, "名录");
});

const press = (keys: string): Promise<void> => page.keyboard.press(keys);
const table = (): Locator => page.locator(".registers__table");
const lineOf = (text: string): Locator => table().getByRole("row").filter({ hasText: text });
const dialog = (): Locator => page.getByRole("dialog", { name: "粘贴前看一眼" });
const pasteLine = (no: number): Locator => dialog().getByRole("row", { name: new RegExp(`^${no} `) });

/** 12 rows: one already here and changed, one here and the same, one with a wrong code, one twice. */
const block = [
  ["序号", "企业名称", "统一社会信用代码", "产业链", "省级平台"],
  ...[...CODES, WRONG, CODES[4].toLowerCase()].map((code, no) => [
    String(no + 1),
    no < 10 ? nameOf(no) : "样例另一有限公司",
    code,
    no === 0 ? "绿色食品" : "新能源产业链",
    no === 1 ? "没有" : "省级",
  ]),
];

test("a list from Excel is looked at, and only the good rows are written, as one step", async () => {
  expect(block).toHaveLength(13);
  await expect(lineOf(nameOf(0))).toBeVisible();
  await copyElsewhere(page, {
    text: block.map((cells) => cells.join("\t")).join("\n"),
    html: excelHtml(block),
  });
  await page.getByRole("button", { name: "从 Excel 粘贴" }).click();
  await expect(dialog().getByText("按表头认出")).toBeVisible();
  await expect(pasteLine(2)).toContainText("电子信息 改为 绿色食品");
  await expect(pasteLine(3)).toContainText("与现有的相同");
  await expect(pasteLine(4)).toContainText("可写入");
  await expect(pasteLine(12)).toContainText("与末位校验码“8”对不上");
  await expect(pasteLine(13)).toContainText("与第 6 行编号相同");
  expect(await seriousFindings(page)).toEqual([]);
  await dialog().getByRole("button", { name: "只写入无误的 9 条" }).click();
  await expect(dialog()).toBeHidden();
  await expect(lineOf(nameOf(9))).toBeVisible();
  await expect(lineOf("样例另一有限公司")).toHaveCount(0);
  await expect(lineOf(nameOf(0))).toContainText("绿色食品");
  await press("Control+z");
  await expect(lineOf(nameOf(9))).toHaveCount(0);
  await expect(lineOf(nameOf(0))).toContainText("电子信息");
  await press("Control+y");
  await expect(lineOf(nameOf(9))).toBeVisible();
});

test("wrong rows can be kept as drafts", async () => {
  await press("Control+z");
  await expect(lineOf(nameOf(9))).toHaveCount(0);
  await press("Control+v");
  await dialog().getByRole("button", { name: "连有误的一起存为草稿（10 条）" }).click();
  await expect(lineOf("样例另一有限公司")).toContainText("有误");
  await press("Control+z");
  await expect(lineOf("样例另一有限公司")).toHaveCount(0);
});

test("rows are walked and opened by keys; a key that is here already leads to its row", async () => {
  await lineOf(nameOf(0)).getByRole("button").focus();
  await press("ArrowDown");
  await press("Enter");
  const panel = page.getByRole("complementary", { name: /样例/ });
  await expect(panel).toBeVisible();
  await press("Escape");
  await expect(panel).toBeHidden();
  await expect(table().locator(".registers__name:focus")).toHaveCount(1);
  await press("Insert");
  await expect(page.getByRole("complementary").getByRole("textbox").first()).toBeFocused();
  await page.keyboard.type(CODES[1].toLowerCase());
  await expect(page.getByText("已有这一行")).toBeVisible();
  await page.getByRole("button", { name: "去那一行" }).click();
  await expect(page.getByRole("heading", { name: nameOf(1) })).toBeVisible();
  await press("Escape");
});

test("an ended row is put back, and that is undone", async () => {
  await expect(lineOf("样例旧厂")).toContainText("退出");
  expect(await seriousFindings(page)).toEqual([]);
  await lineOf("样例旧厂").getByRole("button", { name: "恢复" }).click();
  await expect(lineOf("样例旧厂")).toContainText("沿用");
  await press("Control+z");
  await expect(lineOf("样例旧厂")).toContainText("退出");
});

test("无变化 and 零报告 take one key each", async () => {
  await lineOf("样例旧厂").getByRole("button", { name: "恢复" }).click();
  await expect(lineOf("样例旧厂")).toContainText("沿用");
  await press("Alt+1");
  await expect(page.getByText("不能报零报告")).toBeVisible();
  await press("Alt+2");
  await expect(page.getByText("已确认：无变化")).toBeVisible();
  await page.getByRole("tab", { name: /国家级平台/ }).click();
  await expect(page.getByText("还没有登记")).toBeVisible();
  await press("Alt+1");
  await expect(page.getByText("已确认：零报告")).toBeVisible();
  await press("Control+z");
  await expect(page.getByText("已确认：零报告")).toBeHidden();
});
