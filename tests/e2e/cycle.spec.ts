import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { codeShown, filesOn, navigate, openDesk, picks, stick, type Desk } from "./support/desk.ts";

/** The whole cycle in two workspaces through the windows, as an office and a newcomer in a county would play it. */

const PASSPHRASE = "样例口令-二零二四年";
const AT = "2024-04-05T01:00:00.000Z";

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-cycle-"));
let office: Desk | undefined;
let county: Desk | undefined;

test.afterAll(async () => {
  await office?.app.close();
  await county?.app.close();
  rmSync(root, { recursive: true, force: true });
});

function desk(open: Desk | undefined): Desk {
  if (open === undefined) throw new Error("its app is not running: an earlier step failed");
  return open;
}

let fingerprint = "";

test("the office creates its workspace and publishes the plan", async () => {
  office = await openDesk(join(root, "office"), AT);
  const { page } = office;
  await expect(page).toHaveTitle(/任务台账/);
  await page.getByText("市级汇总").click();
  await page.getByLabel("单位名称").fill("宜春市汇总办");
  await page.getByLabel("口令", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("再输一次").fill(PASSPHRASE);
  await page.getByRole("button", { name: "建立工作区" }).click();
  await expect(page.getByText("工作区建好了")).toBeVisible();

  await navigate(page, "计划");
  const plans = stick(root, "plan-stick");
  await picks(office, [plans]);
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("计划包已写出")).toBeVisible();
  expect(filesOn(plans)).toHaveLength(1);
  fingerprint = await codeShown(page, 16);
});

test("a newcomer creates a county workspace from the plan bundle after comparing the fingerprint", async () => {
  county = await openDesk(join(root, "county"), AT);
  const { page } = county;
  await page.getByText("县（市、区）、开发区").click();
  await picks(county, filesOn(join(root, "plan-stick")));
  await page.getByText("市级发的计划包").click();
  await expect(page.getByText("打电话给市级，逐组核对这串校验码")).toBeVisible();
  expect(await codeShown(page, 16)).toBe(fingerprint);
  await page.getByText("已与市级核对，完全一致").click();
  await page.getByRole("combobox", { name: "单位" }).click();
  await page.getByRole("option", { name: /丰城市/ }).click();
  await page.getByLabel("姓名").fill("填报人甲");
  await page.getByRole("button", { name: "建立工作区" }).click();
  await expect(page.getByText("工作区建好了")).toBeVisible();
});

/** The cell of this period in the line that starts with these words. */
const cellOf = (page: Page, line: string): Locator =>
  page.getByRole("row").filter({ hasText: line }).first().locator("[role=gridcell].now");

async function typeInto(page: Page, line: string, value: string): Promise<void> {
  await cellOf(page, line).click();
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
}

test("three cells are filled by keyboard, each saved before the next key", async () => {
  const { page } = desk(county);
  await navigate(page, "填报");
  await typeInto(page, "节能环保（循环经济）产业链营业收入", "930145.08");
  await expect(page.getByText(/已保存 \d{2}:\d{2}:\d{2}/)).toBeVisible();
  await typeInto(page, "建材家具产业链营业收入", "448,206.73");
  await typeInto(page, "电子信息产业链营业收入", "237816.44");
  await expect(cellOf(page, "建材家具产业链营业收入")).toHaveText("448,206.73");
});

test("killing the app right after “已保存” loses nothing", async () => {
  const { app, page, home } = desk(county);
  const saved = page.getByText(/已保存 \d{2}:\d{2}:\d{2}/);
  const before = await saved.innerText();
  await page.waitForTimeout(1100); // the indicator shows whole seconds: let it be another one
  await typeInto(page, "先进装备制造产业链营业收入", "298116.2");
  await expect(saved).not.toHaveText(before);
  const ended = app.waitForEvent("close");
  app.process().kill("SIGKILL");
  await ended;

  county = await openDesk(home, AT);
  const again = county.page;
  await again.getByText("丰城市").first().click();
  await navigate(again, "填报");
  await expect(cellOf(again, "节能环保（循环经济）产业链营业收入")).toHaveText("930,145.08");
  await expect(cellOf(again, "先进装备制造产业链营业收入")).toHaveText("298,116.20");
});
