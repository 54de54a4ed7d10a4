import { expect, test, type Locator } from "@playwright/test";
import { PASSPHRASE } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { page, withDesk } from "./support/city-desk.ts";
import { navigate } from "./support/desk.ts";

/** 市级填报: the office types its own items by keyboard, puts them in force, and they count. */

test.describe.configure({ mode: "serial" });

withDesk("2024-04-16T01:00:00.000Z", {}, (scene) => scene.office());
test.beforeAll(() => page.setViewportSize({ width: 1366, height: 768 }));

const cell = (row: string): Locator => page.locator(`[id="cell-${row}-now"]`);
const CHAIN = "indicator:T12-1/new-energy";
const INPUTS = ["map_1", "map_2", "map_3", "map_4", "list_1", "list_2", "list_3", "list_4", "list_5"];

test("a rank and nine answers are typed, each with its first character", async () => {
  await navigate(page, "市级填报");
  await cell("indicator:T01-2").click();
  await page.keyboard.type("48");
  await page.keyboard.press("Enter");
  await expect(cell("indicator:T01-2")).toHaveText("48");
  await cell(`${CHAIN}#${INPUTS[0]}`).click();
  for (const [index] of INPUTS.entries()) {
    await page.keyboard.type(index === INPUTS.length - 1 ? "否" : "是");
    await page.keyboard.press("Enter");
  }
  await expect(cell(`${CHAIN}#map_1`)).toHaveText("是");
  await expect(cell(`${CHAIN}#list_5`)).toHaveText("否");
  await expect(page.getByText(/^已保存/)).toBeVisible();
});

test("what changed is looked over, signed and in force", async () => {
  await page.getByRole("link", { name: "核对并生效" }).click();
  await expect(page.getByRole("heading", { name: "2 项将生效" })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByLabel("填报人").fill("市级填报人丁");
  await page.getByRole("button", { name: "生效 2 项" }).click();
  const dialog = page.getByRole("dialog", { name: "输入本机口令" });
  await dialog.getByLabel("本机口令").fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "解锁" }).click();
  await expect(page.getByText("已生效 2 项，已计入汇总")).toBeVisible();
  await expect(page.getByText("没有要生效的")).toBeVisible();
});

test("the roll-up counts it at once and traces it to this PC", async () => {
  await navigate(page, "汇总");
  const figure = page.locator(".rollgrid tbody tr").filter({ hasText: "T01-2" }).locator(".figure");
  await expect(figure).toHaveText("48");
  await figure.click();
  const trace = page.getByRole("dialog");
  await expect(trace.getByText("市级填报人丁").first()).toBeVisible();
});
