import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { seriousFindings } from "./support/axe.ts";
import { codeShown, filesOn, groupsIn, navigate, openDesk, picks, stick, type Desk } from "./support/desk.ts";

/** Who may report, through the windows: a request, the telephone, a refusal, a grant, a revocation, a passphrase. */

const PASSPHRASE = "样例口令-二零二四年";
const NEXT_PASSPHRASE = "样例口令-换过一次的";
const AT = "2024-04-05T01:00:00.000Z";

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-trust-"));
const open: Desk[] = [];
let office: Desk | undefined;
let county: Desk | undefined;

test.afterAll(async () => {
  for (const { app } of open) await app.close();
  rmSync(root, { recursive: true, force: true });
});

function desk(opened: Desk | undefined): Desk {
  if (opened === undefined) throw new Error("its app is not running: an earlier step failed");
  return opened;
}

async function start(name: string): Promise<Desk> {
  const opened = await openDesk(join(root, name), AT);
  open.push(opened);
  return opened;
}

/** As everywhere, axe finds nothing serious in what is shown; pages and panels fade in first. */
async function isAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  expect(await seriousFindings(page)).toEqual([]);
}

async function setPassphrase(page: Page): Promise<void> {
  await page.getByLabel("口令", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("再输一次").fill(PASSPHRASE);
}

let fingerprint = "";

test("the office founds its workspace and shows its fingerprint as text and as a code", async () => {
  office = await start("office");
  const { page } = office;
  await page.getByText("市级汇总").click();
  await page.getByLabel("单位名称").fill("样例市汇总办");
  await setPassphrase(page);
  await page.getByRole("button", { name: "建立工作区" }).click();
  await expect(page.getByText("工作区建好了")).toBeVisible();
  await navigate(page, "计划");
  await picks(office, [stick(root, "plan-stick")]);
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("计划包已写出")).toBeVisible();
  fingerprint = await codeShown(page, 16);

  await navigate(page, "单位与设备授权");
  await page.getByRole("button", { name: "二维码" }).click();
  await expect(page.getByRole("dialog").getByRole("img", { name: "市级校验码" })).toBeVisible();
  expect((await page.getByRole("dialog").getByRole("list").innerText()).replaceAll(/\s/g, "")).toBe(
    fingerprint,
  );
  await page.keyboard.press("Escape");
});

test("a county sets a passphrase, writes its request and is told that it waits", async () => {
  county = await start("county");
  const { page } = county;
  await page.getByText("县（市、区）、开发区").click();
  await picks(county, filesOn(join(root, "plan-stick")));
  await page.getByText("市级发的计划包").click();
  await page.getByText("已与市级核对，完全一致").click();
  await page.getByRole("combobox", { name: "单位" }).click();
  await page.getByRole("option", { name: /丰城市/ }).click();
  await page.getByLabel("姓名").fill("填报人甲");
  await page.getByRole("button", { name: "建立工作区" }).click();
  await expect(page.getByText("工作区建好了")).toBeVisible();
  await navigate(page, "上报与回执");
  await setPassphrase(page);
  await page.getByRole("button", { name: "设口令" }).click();
  await picks(county, [stick(root, "request-stick")]);
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText(/4月5日已写出申请，等市级核对/)).toBeVisible();
  await isAccessible(page);
});

test("the inbox calls the request what it is and leads to where it is compared", async () => {
  const { page } = desk(office);
  await navigate(page, "数据接收");
  await picks(desk(office), filesOn(join(root, "request-stick")));
  await page.getByRole("button", { name: "选择文件" }).click();
  const row = page.getByRole("row").filter({ hasText: "丰城市" });
  await expect(row.first()).toContainText("授权申请");
  await expect(row.first()).toContainText("1 台电脑");
  await expect(page.getByText("第1包")).toHaveCount(0);
  await page.getByRole("button", { name: /合并可合并的 1 包/ }).click();
  await expect(page.getByText("读入 1 份授权申请")).toBeVisible();
  await row.first().click();
  await isAccessible(page);
  await page.getByRole("link", { name: "去核对设备号" }).click();
  await expect(page.getByRole("heading", { name: "丰城市 1号电脑" })).toBeVisible();
});

test("a number that differs stops the call; the refusal is noted and can be taken back", async () => {
  const { page } = desk(office);
  const groups = page.getByRole("group", { name: "打电话，逐组核对" });
  await groups.getByRole("button").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("x");
  await expect(page.getByText("设备号对不上，没有授权")).toBeVisible();
  await isAccessible(page);
  await expect(page.getByRole("button", { name: "授权并写出授权包" })).toBeDisabled();
  await page.getByRole("button", { name: "拒绝并留记录" }).click();
  await expect(page.getByRole("row").filter({ hasText: "丰城市" })).toContainText("已拒绝");
  await page.getByRole("row").filter({ hasText: "丰城市" }).click();
  await expect(page.getByText("电话里设备号对不上")).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "撤回拒绝" }).click();
  await expect(page.getByRole("row").filter({ hasText: "丰城市" })).toContainText("待核对");
});

test("the office compares all eight groups and grants; the county takes the grant", async () => {
  const { page } = desk(office);
  const readOut = await groupsIn(desk(county).page.getByRole("list", { name: "本机设备号" }));
  const groups = page.getByRole("group", { name: "打电话，逐组核对" });
  expect(await groupsIn(groups)).toBe(readOut);
  await groups.getByRole("button").first().focus();
  for (let group = 0; group < 8; group += 1) await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "授权并写出授权包" })).toBeDisabled();
  await page.getByText(/8 组全部一致/).click();
  await picks(desk(office), [stick(root, "grant-stick")]);
  await page.getByRole("button", { name: "授权并写出授权包" }).click();
  await expect(page.getByText("已授权，授权包已写出")).toBeVisible();
  await expect(page.getByText("还没有来过包")).toBeVisible();
  await isAccessible(page);

  const their = desk(county).page;
  await picks(desk(county), filesOn(join(root, "grant-stick")));
  await their.getByRole("button", { name: "选授权文件" }).click();
  await their.getByRole("button", { name: /导入 1 个文件/ }).click();
  await expect(their.getByText(/可以上报/).first()).toBeVisible();
});

async function submit(at: Desk, line: string, value: string, to: string): Promise<void> {
  const { page } = at;
  await navigate(page, "填报");
  await page.getByRole("row").filter({ hasText: line }).first().locator("[role=gridcell].now").click();
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/已保存 \d{2}:\d{2}:\d{2}/)).toBeVisible();
  await navigate(page, "上报与回执");
  await page.getByText("上报", { exact: true }).first().click();
  const again = page.getByRole("button", { name: "再报一批" });
  await expect(again.or(page.getByLabel("审核人"))).toBeVisible();
  if (await again.isVisible()) await again.click();
  await page.getByLabel("审核人").fill("审核人乙");
  await page.getByLabel("单位负责人").fill("负责人丙");
  await page.getByText(/已核对 1 项，与送审稿一致/).click();
  await picks(at, [stick(root, to)]);
  await page.getByRole("button", { name: /选 U盘或文件夹/ }).click();
  await page.getByRole("button", { name: "上报并写出 1 项" }).click();
  await expect(page.getByText(/第\d包已写出/)).toBeVisible();
}

const receive = async (files: readonly string[]): Promise<void> => {
  const { page } = desk(office);
  await navigate(page, "数据接收");
  await picks(desk(office), files);
  await page.getByRole("button", { name: "选择文件" }).click();
};

test("revoking says what it keeps, asks for the unit's name, and afterwards refuses what comes", async () => {
  await submit(desk(county), "节能环保（循环经济）产业链营业收入", "930145.08", "first-stick");
  await receive(filesOn(join(root, "first-stick")));
  const { page } = desk(office);
  await page.getByRole("button", { name: /合并可合并的 1 包/ }).click();
  await expect(page.getByText(/已合并 1 包/)).toBeVisible();
  await submit(desk(county), "建材家具产业链营业收入", "448206.73", "second-stick");

  await navigate(page, "单位与设备授权");
  await page.getByRole("row").filter({ hasText: "丰城市" }).click();
  await expect(page.getByText("各包都到了，一个接一个")).toBeVisible();
  await page.getByRole("button", { name: "吊销这台电脑" }).click();
  await expect(page.getByText("已合并的 1 包留用")).toBeVisible();
  await isAccessible(page);
  await expect(page.getByRole("row").filter({ hasText: "第1包" })).toContainText("留用");
  const revoke = page.getByRole("button", { name: "吊销丰城市 1号电脑" });
  await page.getByLabel("输入单位名称“丰城市”").fill("樟树市");
  await expect(revoke).toBeDisabled();
  await page.getByLabel("输入单位名称“丰城市”").fill("丰城市");
  await revoke.click();
  await expect(page.getByText("已吊销 丰城市 1号电脑")).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "回到设备列表" }).first().click();
  await expect(page.getByRole("row").filter({ hasText: "丰城市" })).toContainText("留用 1 包");

  await receive(filesOn(join(root, "second-stick")));
  await expect(page.getByRole("row").filter({ hasText: "该电脑已被吊销" }).first()).toBeVisible();
});

test("a refused bundle that proves genuine is kept after all", async () => {
  const { page } = desk(office);
  await navigate(page, "单位与设备授权");
  await page.getByRole("row").filter({ hasText: "丰城市" }).click();
  await page.getByText("也留用").click();
  await page.getByRole("button", { name: "留用这 1 包" }).click();
  await expect(page.getByText("已留用 1 包")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "丰城市" })).toContainText("留用 2 包");
  await page.getByRole("button", { name: "变更记录" }).click();
  await isAccessible(page);
  for (const act of ["补充留用", "吊销", "授权", "撤回拒绝", "拒绝申请", "收到授权申请"]) {
    await expect(page.getByRole("cell", { name: act }).first()).toBeVisible();
  }
});

test("the county learns of it with the next plan bundle and may ask again", async () => {
  const { page } = desk(office);
  await navigate(page, "计划");
  await picks(desk(office), [stick(root, "second-plan-stick")]);
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("计划包已写出")).toBeVisible();
  const their = desk(county).page;
  await navigate(their, "上报与回执");
  await their.getByText("往来记录", { exact: true }).first().click();
  await picks(desk(county), filesOn(join(root, "second-plan-stick")));
  await their.getByRole("button", { name: "选择文件" }).click();
  await their.getByRole("button", { name: /导入 1 个文件/ }).click();
  await expect(their.getByText(/这台电脑的授权已被市级吊销，不能再上报/)).toBeVisible();
  await navigate(their, "设置");
  await expect(their.getByText("这台电脑的授权已被吊销，不能上报")).toBeVisible();
  await expect(their.getByRole("button", { name: "重新写出申请" })).toBeVisible();
  await isAccessible(their);
});

test("the passphrase is changed with the old one, and only the new one opens the key afterwards", async () => {
  const { page, app, home } = desk(county);
  const change = page.getByRole("form", { name: "更改口令" });
  await page.getByRole("button", { name: "更改口令" }).click();
  await isAccessible(page);
  await change.getByLabel("现在的口令").fill("不是这个口令-样例");
  await change.getByLabel("口令", { exact: true }).fill(NEXT_PASSPHRASE);
  await change.getByLabel("再输一次").fill(NEXT_PASSPHRASE);
  await change.getByRole("button", { name: "换成新口令" }).click();
  await expect(change.getByText(/口令不对/)).toBeVisible();
  await change.getByLabel("现在的口令").fill(PASSPHRASE);
  await change.getByRole("button", { name: "换成新口令" }).click();
  await expect(page.getByText("口令已换，下次用新口令")).toBeVisible();

  await app.close();
  open.splice(open.indexOf(desk(county)), 1);
  county = await openDesk(home, AT);
  open.push(county);
  const again = county.page;
  await again.getByText("丰城市").first().click();
  await navigate(again, "设置");
  await again.getByRole("button", { name: "解锁" }).click();
  const dialog = again.getByRole("dialog");
  await dialog.getByLabel("本机口令").fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "解锁" }).click();
  await expect(dialog.getByText(/口令不对/)).toBeVisible();
  await dialog.getByLabel("本机口令").fill(NEXT_PASSPHRASE);
  await dialog.getByRole("button", { name: "解锁" }).click();
  await expect(again.getByText("已解锁")).toBeVisible();
});

test("a second PC joins the office by its plan bundle and fingerprint, and asks the first one", async () => {
  const second = await start("second");
  const { page } = second;
  await picks(second, filesOn(join(root, "second-plan-stick")));
  await page.getByText("市级汇总").click();
  await page.getByText("第二台电脑").click();
  await expect(page.getByText("打电话给市级，逐组核对这串校验码")).toBeVisible();
  expect(await codeShown(page, 16)).toBe(fingerprint);
  await isAccessible(page);
  await page.getByLabel("单位名称").fill("样例市汇总办二室");
  await setPassphrase(page);
  await expect(page.getByRole("button", { name: "建立工作区" })).toBeDisabled();
  await page.getByText("已与市级核对，完全一致").click();
  await page.getByRole("button", { name: "建立工作区" }).click();
  await page.getByRole("button", { name: "去写授权申请" }).click();
  await picks(second, [stick(root, "second-request-stick")]);
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("授权申请已写出")).toBeVisible();
  await navigate(page, "单位与设备授权");
  await expect(page.getByText(/授权、吊销在建立市级工作区的那台电脑上办/)).toBeVisible();

  const first = desk(office).page;
  await navigate(first, "单位与设备授权");
  await picks(desk(office), filesOn(join(root, "second-request-stick")));
  await first.getByRole("button", { name: "读入申请" }).click();
  await expect(first.getByText("宜春市汇总用电脑")).toBeVisible();
  const groups = first.getByRole("group", { name: "打电话，逐组核对" });
  await groups.getByRole("button").first().focus();
  for (let group = 0; group < 8; group += 1) await first.keyboard.press("Space");
  await first.getByText(/8 组全部一致/).click();
  await picks(desk(office), [stick(root, "second-grant-stick")]);
  await first.getByRole("button", { name: "授权并写出授权包" }).click();
  await expect(first.getByText("已授权，授权包已写出")).toBeVisible();

  await navigate(page, "数据接收");
  await picks(second, filesOn(join(root, "second-grant-stick")));
  await page.getByRole("button", { name: "选择文件" }).click();
  await page.getByRole("button", { name: /合并可合并的 1 包/ }).click();
  await expect(page.getByText(/已合并 1 包/)).toBeVisible();
  await navigate(page, "设置");
  await expect(page.getByText("已授权", { exact: true })).toBeVisible();
});
