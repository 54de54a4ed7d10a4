import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { makeCity, removeCity, revenue, save, Scene } from "../support/workspaces.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { seriousFindings } from "./support/axe.ts";
import { copyElsewhere, excelHtml } from "./support/clipboard.ts";
import { navigate, openDesk, type Desk } from "./support/desk.ts";

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
  await planViews(desk);
  await inLanguage(desk, "en", "dark");
  await everyPage(desk, 8);
  await planViews(desk);
  await desk.app.close();
});

async function planViews({ page }: Desk): Promise<void> {
  for (const view of ["tasks", "indicators", "registers", "units", "targets", "deadlines", "versions"]) {
    await page.evaluate(`window.location.hash = "#/plan?view=${view}"`);
    await expect(page.locator(".plan-page .card").first()).toBeVisible();
    expect(await seriousFindings(page), view).toEqual([]);
  }
}

test("what opens over a county's pages", async () => {
  test.setTimeout(180_000);
  const city = await makeCity({ fengcheng: "360981" });
  const laptop = new Scene(city).laptop("fengcheng");
  save(laptop, "2024-03", {
    "indicator:T02-1": revenue("38,61二.5"),
    "contact:2": { department: "发改委" },
  });
  closeSession(laptop);
  const desk = await openDesk(join(root, "dialogs"), AT, ["--workspace", laptop.dir]);
  const { page } = desk;
  for (const [language, theme] of [
    ["zh-CN", "light"],
    ["en", "dark"],
  ] as const) {
    await inLanguage(desk, language, theme);
    await overPages(desk, createTranslator(language));
  }
  await page.evaluate(`window.taizhang.invoke("workspace.lock", {})`);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  expect(await seriousFindings(page), "lock").toEqual([]);
  await desk.app.close();
  removeCity(city);
});

async function overPages({ page }: Desk, t: Translate): Promise<void> {
  const dialog = page.getByRole("dialog");
  const isSound = async (what: string): Promise<void> => {
    await dialog.evaluate((shown) => Promise.all(shown.getAnimations().map(({ finished }) => finished)));
    expect(await seriousFindings(page), what).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  };
  await navigate(page, t("shell:entry"));
  await page.getByRole("separator").first().focus();
  expect(await seriousFindings(page), "column edges").toEqual([]);
  await page.getByRole("button", { name: t("entry:more"), exact: true }).click();
  await page.getByRole("menuitem", { name: t("entry:legend") }).click();
  await isSound("legend");
  await page.locator("#cell-indicator\\:T02-1-now").click();
  const block = [["38.641275"], ["35.2"], ["/"]];
  await copyElsewhere(page, { text: block.join("\n"), html: excelHtml(block) });
  await page.keyboard.press("Control+v");
  await isSound("paste");
  await navigate(page, t("shell:tasks"));
  await page.getByRole("button", { name: t("workbook:split"), exact: true }).click();
  await isSound("split");
  await page.evaluate(`window.location.hash = "#/checks"`);
  await expect(page.getByRole("heading", { name: t("checks:title") })).toBeVisible();
  expect(await seriousFindings(page), "checks").toEqual([]);
}
