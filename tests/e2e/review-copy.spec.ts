import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { revenue, save } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { desk, page, scene, withDesk } from "./support/city-desk.ts";
import { navigate, picks } from "./support/desk.ts";

/** 送审稿: printed, signed on paper, and held against what is filled in afterwards. */

const AT = "2024-04-03T01:05:00.000Z";
const SCAN = join(import.meta.dirname, "..", "..", "docs", "screenshots", "county-entry-zh-dark.png");

withDesk(AT, { laptop: "360981" }, (scene) => {
  const laptop = scene.laptop("laptop");
  save(laptop, "2024-03", {
    "indicator:T01-1": { inputs: { revenue: "1000", revenue_prior: "950" } },
    "indicator:T03-1": revenue("930145.08"),
    "indicator:T04-1": revenue("448206.73"),
  });
  return laptop;
});

test("a figure changed after printing is named with both values", async () => {
  const pdf = join(scene.out(), "送审稿.pdf");
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  await navigate(page, "上报与回执");
  await page.getByRole("button", { name: "打印送审稿" }).click();
  await expect(page.getByText("与现在一致")).toBeVisible();
  expect(existsSync(pdf)).toBe(true);
  await picks(desk, [SCAN]);
  await page.getByRole("button", { name: "添加扫描件" }).click();
  await expect(page.getByText("county-entry-zh-dark.png")).toBeVisible();

  await navigate(page, "填报");
  const row = page.getByRole("row").filter({ hasText: "节能环保（循环经济）产业链营业收入" }).first();
  await row.locator("[role=gridcell].now").click();
  await page.keyboard.type("930999");
  await page.keyboard.press("Enter");
  await navigate(page, "上报与回执");
  await expect(page.getByText(/印的送审稿与现在不一致，1 项不同/)).toBeVisible();
  await page.getByRole("button", { name: "看不同" }).click();
  const changed = page.locator(".review-changes").getByRole("row").filter({ hasText: "节能环保" }).first();
  await expect(changed).toContainText("930,145.08");
  await expect(changed).toContainText("930,999");
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole("link", { name: "检查结果" }).click();
  await expect(page.getByRole("heading", { name: "检查结果" })).toBeVisible();
  await page.getByRole("textbox", { name: /说明$/ }).first().fill("新投产项目并入统计，口径未变（样例）");
  await expect(page.getByText("已说明")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});
