import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { seriousFindings } from "./support/axe.ts";
import { openDesk, type Desk } from "./support/desk.ts";

/** axe finds nothing serious on any page of either role, in both languages and both themes. */

const root = mkdtempSync(join(tmpdir(), "taizhang-axe-"));
const AT = "2024-04-05T01:00:00.000Z";

test.afterAll(() => rmSync(root, { recursive: true, force: true }));

async function everyPage(desk: Desk, least: number): Promise<void> {
  const links = desk.page.getByRole("navigation").getByRole("link");
  await expect(links.first()).toBeVisible();
  const count = await links.count();
  expect(count).toBeGreaterThanOrEqual(least);
  for (let index = 0; index < count; index += 1) {
    await links.nth(index).click();
    await desk.page.waitForTimeout(600); // pages load their data and, once, fade in
    expect(await seriousFindings(desk.page), `page ${index + 1}`).toEqual([]);
  }
}

const inLanguage = async (
  { page }: Desk,
  language: "zh-CN" | "en",
  theme: "light" | "dark",
): Promise<void> => {
  await page.evaluate(
    `window.taizhang.invoke("app.preferences", { language: "${language}", theme: "${theme}" })`,
  );
  await page.reload();
};

test("the county's pages", async () => {
  test.setTimeout(240_000);
  const desk = await openDesk(join(root, "county"), AT);
  expect(await seriousFindings(desk.page)).toEqual([]);
  await desk.page.getByText("县（市、区）、开发区").click();
  await desk.page.getByText("软件自带的计划").click();
  await desk.page.getByRole("combobox", { name: "单位" }).click();
  await desk.page.getByRole("option", { name: /铜鼓县/ }).click();
  await desk.page.getByLabel("姓名").fill("填报人甲");
  await desk.page.getByRole("button", { name: "建立工作区" }).click();
  await desk.page.getByText("开始填报").click();
  await everyPage(desk, 6);
  await inLanguage(desk, "en", "dark");
  await everyPage(desk, 6);
  await desk.app.close();
});

test("the office's pages", async () => {
  test.setTimeout(240_000);
  const desk = await openDesk(join(root, "office"), AT);
  await desk.page.getByText("市级汇总").click();
  await desk.page.getByLabel("单位名称").fill("宜春市汇总办");
  await desk.page.getByLabel("口令", { exact: true }).fill("样例口令-二零二四年");
  await desk.page.getByLabel("再输一次").fill("样例口令-二零二四年");
  await desk.page.getByRole("button", { name: "建立工作区" }).click();
  await expect(desk.page.getByText("工作区建好了")).toBeVisible();
  await desk.page
    .getByRole("navigation")
    .getByRole("link")
    .first()
    .click()
    .catch(() => undefined);
  await everyPage(desk, 8);
  await inLanguage(desk, "en", "dark");
  await everyPage(desk, 8);
  await desk.app.close();
});
