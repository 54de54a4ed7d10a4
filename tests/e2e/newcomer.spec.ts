import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { navigate, openDesk, type Desk } from "./support/desk.ts";

/** Where the cursor is after a button that says to mend, explain or add something; a newcomer types on at once. */

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-newcomer-"));
let county: Desk | undefined;

test.afterAll(async () => {
  await county?.app.close();
  rmSync(root, { recursive: true, force: true });
});

function page(): Page {
  if (county === undefined) throw new Error("its app is not running: an earlier step failed");
  return county.page;
}

const line = (name: string) => page().getByRole("row", { name });

test("the first cell to type in has the focus, and it is one that takes a figure", async () => {
  county = await openDesk(join(root, "county"), "2024-04-05T01:00:00.000Z");
  await page().getByText("县（市、区）、开发区").click();
  await page().getByText("软件自带的计划").click();
  await page().getByText("选择单位").click();
  await page().getByRole("option", { name: "铜鼓县" }).click();
  await page().getByLabel("姓名").fill("填报人甲");
  await page().getByRole("button", { name: "建立工作区" }).click();
  await page().getByRole("button", { name: "开始填报" }).click();
  await expect(page().getByLabel("规模以上工业营业收入年均增速 规上工业营业收入，本期")).toBeFocused();
  await page().keyboard.type("385200");
  await page().keyboard.press("Enter");
  await expect(line("规上工业营业收入").first()).toContainText("385,200.00");
});

test("the arrow of a task's status opens its list at once", async () => {
  await line("工业经济平稳运行").locator("[data-opens]").click();
  await page().getByRole("menuitem", { name: "推进中" }).click();
  await expect(line("工业经济平稳运行")).toContainText("推进中");
});

test("去修改 of a missing reason leads to the reason, and no further", async () => {
  await line("新能源（锂电）产业链营业收入").getByRole("gridcell").nth(3).click();
  await page().getByText("不涉及", { exact: true }).last().click();
  const message = page().getByRole("row", { name: "还缺“不涉及的理由”" });
  await expect(message).not.toContainText("改填");
  await message.getByRole("button", { name: "去修改" }).click();
  await expect(page().getByLabel("不涉及的理由")).toBeFocused();
  await page().keyboard.type("本地没有");
  await expect(message).toHaveCount(0);

  // The next line begins in its cell: the asking for the reason is over.
  const next = line("节能环保（循环经济）产业链营业收入");
  await next.getByRole("gridcell").nth(3).click();
  await page().keyboard.type("8000");
  await page().keyboard.press("Enter");
  await expect(next).toContainText("8,000.00");
});

test("a chapter that is chosen stands at the top", async () => {
  await page()
    .getByRole("navigation", { name: "章节" })
    .getByRole("button", { name: "平台提升行动" })
    .click();
  const grid = page().getByRole("grid");
  const head = grid.getByRole("button", { name: "平台提升行动" });
  await expect
    .poll(async () => {
      const at = await head.boundingBox();
      const edge = await grid.getByRole("columnheader").first().boundingBox();
      return at && edge ? Math.abs(Math.round(at.y - (edge.y + edge.height))) : null;
    })
    .toBeLessThanOrEqual(1);
});

test("a row entered under a wrong key is put right in place, as one step", async () => {
  await navigate(page(), "名录");
  await page().getByRole("button", { name: "新增一行" }).click();
  const code = page().getByLabel("统一社会信用代码");
  await expect(code).toBeFocused();
  await page().keyboard.type("91360926MA35XXXX1");
  await page().keyboard.press("Tab");
  const name = page().getByLabel("企业名称（全称）");
  await expect(name).toBeFocused();
  await page().keyboard.type("样例企业");
  await page().keyboard.press("Tab");
  await expect(page().getByRole("row", { name: "样例企业" })).toBeVisible();

  await code.fill("本地-001");
  await page().keyboard.press("Tab");
  await expect(page().getByRole("row", { name: "本地-001" })).toContainText("样例企业");
  await expect(page().getByRole("row", { name: "样例企业" })).toHaveCount(1);
  await page().getByRole("button", { name: "撤销 Ctrl+Z" }).click();
  await expect(page().getByRole("row", { name: /91360926/ })).toContainText("样例企业");
  await expect(page().getByRole("row", { name: "样例企业" })).toHaveCount(1);
});
