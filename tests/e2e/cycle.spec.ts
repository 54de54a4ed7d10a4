import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { seriousFindings } from "./support/axe.ts";
import { codeShown, filesOn, groupsIn, navigate, openDesk, picks, stick, type Desk } from "./support/desk.ts";

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

test("the county sets a passphrase and asks for enrolment", async () => {
  const { page } = desk(county);
  await navigate(page, "上报与回执");
  await page.getByLabel("口令", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("再输一次").fill(PASSPHRASE);
  await page.getByRole("button", { name: "设口令" }).click();
  await picks(desk(county), [stick(root, "request-stick")]);
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("授权申请已写出")).toBeVisible();
  expect(filesOn(join(root, "request-stick"))).toHaveLength(1);
});

test("the office confirms the device over the telephone and grants", async () => {
  const { page } = desk(office);
  const readOut = await groupsIn(desk(county).page.getByRole("list", { name: "本机设备号" }));
  await navigate(page, "单位与设备授权");
  await picks(desk(office), filesOn(join(root, "request-stick")));
  await page.getByRole("button", { name: "读入申请" }).click();
  await expect(page.getByRole("heading", { name: "丰城市 1号电脑" })).toBeVisible();
  const compared = page.getByRole("group", { name: "打电话，逐组核对" });
  expect(await groupsIn(compared)).toBe(readOut);
  await compared.getByRole("button").first().focus();
  for (let group = 0; group < 8; group += 1) await page.keyboard.press("Space");
  await page.getByText(/8 组全部一致/).click();
  await picks(desk(office), [stick(root, "grant-stick")]);
  await page.getByRole("button", { name: "授权并写出授权包" }).click();
  await expect(page.getByText("已授权，授权包已写出")).toBeVisible();
});

test("the county imports the grant, seals and hands over", async () => {
  const { page } = desk(county);
  await picks(desk(county), filesOn(join(root, "grant-stick")));
  await page.getByRole("button", { name: "选授权文件" }).click();
  await page.getByRole("button", { name: /导入 1 个文件/ }).click();
  await expect(page.getByText(/可以上报/).first()).toBeVisible();
  await page.getByText("回到上报", { exact: true }).click();
  await expect(page.getByRole("heading", { name: /上报 4 项/ })).toBeVisible();
  await page.getByLabel("审核人").fill("审核人乙");
  await page.getByLabel("单位负责人").fill("负责人丙");
  await page.getByText("已核对 4 项，与送审稿一致").click();
  await picks(desk(county), [stick(root, "submission-stick")]);
  await page.getByRole("button", { name: /选 U盘或文件夹/ }).click();
  await page.getByRole("button", { name: "上报并写出 4 项" }).click();
  await expect(page.getByText("第1包已写出")).toBeVisible();
  expect(filesOn(join(root, "submission-stick"))).toHaveLength(1);
});

test("the office imports, returns one item, accepts the rest and writes the receipt", async () => {
  const { page } = desk(office);
  await navigate(page, "数据接收");
  await picks(desk(office), filesOn(join(root, "submission-stick")));
  await page.getByRole("button", { name: "选择文件" }).click();
  await page.getByRole("button", { name: /合并可合并的 1 包/ }).click();
  await expect(page.getByText(/已合并 1 包/)).toBeVisible();

  await navigate(page, "审核");
  await page.getByText("丰城市").first().click();
  await page.getByText("建材家具产业链营业收入").first().click();
  await page.getByLabel("审核意见").fill("口径与上期不一致，请说明");
  await page.getByRole("button", { name: /^退回/ }).click();
  await expect(page.getByText("已退回 1")).toBeVisible();
  await page.getByRole("button", { name: /接收无问题的 3 项/ }).click();
  await picks(desk(office), [stick(root, "receipt-stick")]);
  await page.getByRole("button", { name: /写回执/ }).click();
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText(/已写出 1 份回执/)).toBeVisible();
  await page.keyboard.press("Escape");
});

test("the county sees what came back, and only that is open again", async () => {
  const { page } = desk(county);
  await navigate(page, "上报与回执");
  await page.getByText("往来记录", { exact: true }).first().click();
  await picks(desk(county), filesOn(join(root, "receipt-stick")));
  await page.getByRole("button", { name: "选择文件" }).click();
  await page.getByRole("button", { name: /导入 1 个文件/ }).click();
  await expect(page.getByText(/接收 3，退回 1/)).toBeVisible();
  await navigate(page, "工作台");
  await expect(page.getByText("市级：口径与上期不一致，请说明")).toBeVisible();
  await navigate(page, "填报");
  await typeInto(page, "建材家具产业链营业收入", "448300");
  await expect(cellOf(page, "建材家具产业链营业收入")).toHaveText("448,300.00");
  await expect(cellOf(page, "节能环保（循环经济）产业链营业收入")).toHaveClass(/is-locked/);
});

test("the city's figure counts what was accepted and names who is missing", async () => {
  const { page } = desk(office);
  await navigate(page, "汇总");
  await expect(page.getByRole("row").filter({ hasText: "T03-1" })).toContainText("93.01");
  await expect(page.getByRole("row").filter({ hasText: "T03-1" })).toContainText("1 / 11");
  await expect(page.getByRole("row").filter({ hasText: "T04-1" })).toContainText("—");
});

test("a figure is traced to its record, bundle and signature, and verified now", async () => {
  const { page } = desk(office);
  const row = page.getByRole("row").filter({ hasText: "T03-1" });
  const figure = row.getByRole("button", { name: /^追溯/ });
  await figure.focus();
  await page.keyboard.press("Enter");
  const trace = page.getByRole("dialog", { name: "节能环保（循环经济）产业链营业收入" });
  await expect(trace).toContainText("1 个单位之和 930,145.08 万元 ÷ 10,000");
  await expect(trace.getByRole("button", { name: /丰城市/ })).toHaveAttribute("aria-pressed", "true");
  await expect(trace).toContainText("填报人甲，4月5日");
  await expect(trace).toContainText(/宜春市汇总办 4月5日 \d{2}:\d{2} 接收/);
  await expect(trace).toContainText(/丰城市 上报 第1包，4 项；4月5日 \d{2}:\d{2} 收到；原包在库/);
  await expect(trace).toContainText("收到时核验相符");
  await trace.getByRole("button", { name: "立即核验" }).click();
  await expect(trace.getByRole("status")).toHaveText(/^2 个原包已重新核验，全部相符/);
  await expect(trace).toContainText("相符；内容自写出后未改动");
  await trace.getByText("技术信息").click();
  const record = trace.locator("dt", { hasText: "记录编号" }).locator("+ dd");
  await expect(record).toHaveText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  expect(await seriousFindings(page)).toEqual([]);

  const audit = stick(root, "audit-stick");
  await picks(desk(office), [audit]);
  await trace.getByRole("button", { name: "导出核验材料" }).click();
  await expect(page.getByText(/核验材料已写出/)).toBeVisible();
  expect(filesOn(audit)).toEqual([expect.stringMatching(/taizhang-ledger-[0-9a-f]{16}\.jsonl$/)]);

  await page.keyboard.press("Escape");
  await expect(trace).toBeHidden();
  await expect(figure).toBeFocused();
});

test("the task sheet is previewed as the PDF that is saved", async () => {
  const { page } = desk(county);
  await navigate(page, "打印");
  await expect(page.locator("canvas").first()).toBeVisible();
});
