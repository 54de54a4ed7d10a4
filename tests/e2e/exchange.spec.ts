import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { resendBundle } from "#main/engine/bundles/resend.ts";
import { writeRecovery } from "#main/engine/exchange/recovery.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import {
  makeCity,
  must,
  PASSPHRASE,
  receiptFor,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../support/workspaces.ts";
import { filesOn, navigate, openDesk, picks, stick, type Desk } from "./support/desk.ts";
import { seriousFindings } from "./support/axe.ts";

/** What goes to and fro besides submissions, closed periods, published figures and new keys, in real windows. */

const TONGGU = "360926";
/** Units that report in March. */
const UNITS = 11;
const MARCH = "2024-03";
const NEW_PASSPHRASE = "样例新口令-四月开工填报";
const AT = "2024-04-05T01:00:00.000Z";
const [FIRST, SECOND] = ["indicator:T03-1", "indicator:T04-1"];

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-exchange-"));
let city: City | undefined;
let county: Desk | undefined;
let office: Desk | undefined;
const dirs = { county: "", office: "", late: "", receipt: "", recovery: "" };

/**
 * A copied laptop: both copies submitted a second package, the office has both, and its receipt tells this one of
 * a package that it does not have. The copy submits once more, later.
 */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  city = await makeCity({ tonggu: TONGGU });
  const scene = new Scene(city);
  const [laptop, desk] = [scene.laptop("tonggu"), scene.office()];
  save(laptop, MARCH, { [FIRST]: revenue("10") });
  await take(desk, [(await seal(laptop, MARCH, scene.out())).file]);
  const copy = scene.copyOf(laptop);
  save(laptop, MARCH, { [FIRST]: revenue("11") });
  const one = await seal(laptop, MARCH, scene.out());
  save(copy, MARCH, { [SECOND]: revenue("20") });
  const other = await seal(copy, MARCH, scene.out());
  await take(desk, [one.file, other.file]);
  dirs.receipt = (await receiptFor(desk, TONGGU, scene.out())).file;
  await take(laptop, [dirs.receipt]);
  const unit = unitKeySchema.parse(TONGGU);
  const [recovery] = must(await writeRecovery(desk, unit, scene.out(), { encrypt: true }));
  dirs.recovery = recovery?.file ?? "";
  save(copy, MARCH, { "indicator:T08-1": revenue("30") });
  const late = await seal(copy, MARCH, scene.out());
  dirs.late = must(await resendBundle(copy, late.digest, scene.out(), { encrypt: true })).file;
  dirs.county = laptop.dir;
  dirs.office = desk.dir;
  for (const session of [laptop, copy, desk]) closeSession(session);
});

test.afterAll(async () => {
  await county?.app.close();
  await office?.app.close();
  rmSync(root, { recursive: true, force: true });
  if (city !== undefined) removeCity(city);
});

function desk(open: Desk | undefined): Desk {
  if (open === undefined) throw new Error("its app is not running: an earlier step failed");
  return open;
}

test("the county sees a package it does not have, and writes its own again", async () => {
  county = await openDesk(join(root, "county"), AT, ["--workspace", dirs.county]);
  const { page } = county;
  await navigate(page, "上报与回执");
  await page.getByText("往来记录", { exact: true }).first().click();
  await expect(page.getByText("由另一台设备上报，或本机已丢失：可申请恢复")).toBeVisible();
  await expect(page.getByText("请市级给本单位写一个恢复包发来")).toBeVisible();

  const again = stick(root, "again-stick");
  await picks(county, [again]);
  await page.getByRole("button", { name: "再写一次：第2包" }).click();
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("第2包已再写一次")).toBeVisible();
  expect(filesOn(again)).toHaveLength(1);
  expect(filesOn(again)[0]).toMatch(/\.tzb\.age$/);
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
});

test("an exchange is written unencrypted only after a warning where no other laptop is known", async () => {
  const { page } = desk(county);
  const plain = stick(root, "exchange-stick");
  await picks(desk(county), [plain]);
  await page.getByRole("button", { name: "给本单位另一台电脑" }).click();
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await unlockWith(page, PASSPHRASE);
  await expect(page.getByText("本机还不认识本单位的另一台电脑")).toBeVisible();
  await expect(page.getByText("谁拿到文件都能看内容")).toBeVisible();
  expect(filesOn(plain)).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "不加密写出" }).click();
  await expect(page.getByText("往来包已写出")).toBeVisible();
  expect(filesOn(plain)).toHaveLength(1);
  expect(filesOn(plain)[0]).toMatch(/\.tzb$/);
  await page.keyboard.press("Escape");
});

test("the recovery brings the unknown package, and the two of one number are named", async () => {
  const { page } = desk(county);
  await picks(desk(county), [dirs.recovery]);
  await page.getByRole("button", { name: "选择文件" }).click();
  await page.getByRole("button", { name: /导入 1 个文件/ }).click();
  await expect(page.getByText("第2包有不止一个：这台电脑被拷贝过，或用旧备份恢复过")).toBeVisible();
  await expect(page.getByText("由另一台设备上报，或本机已丢失：可申请恢复")).toBeHidden();
  await expect(page.getByRole("button", { name: "再写一次：第2包" })).toHaveCount(2);
  await page.locator(".remark summary").click();
  await expect(page.locator(".remark dd")).toContainText(/(?:[0-9a-f]{4} ){15}[0-9a-f]{4}/);
  expect(await seriousFindings(page)).toEqual([]);
});

test("the office closes a period for one unit; nothing can be decided in it until it is opened again", async () => {
  office = await openDesk(join(root, "office"), AT, ["--workspace", dirs.office]);
  const { page } = office;
  await navigate(page, "审核");
  await page.getByRole("navigation", { name: "单位" }).getByText("铜鼓县").click();
  await expect(page.getByRole("button", { name: "接收 A" })).toBeEnabled();
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "锁定报告期" }).click();
  const dialog = page.getByRole("dialog", { name: "锁定2024年3月" });
  await expect(dialog.getByRole("radio", { name: "只有铜鼓县" })).toBeChecked();
  await dialog.getByLabel("说明").fill("本期已通报");
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "锁定 1 个单位" }).click();
  await unlockWith(page, PASSPHRASE);
  await expect(page.locator(".toolbar").getByText("已锁定")).toBeVisible();
  await expect(page.getByText("本期已锁定，不再作决定")).toBeVisible();
  await expect(page.getByRole("button", { name: "接收 A" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "单位" }).getByText("已锁定")).toHaveCount(1);
});

test("what arrives after that is merged and says so", async () => {
  const { page } = desk(office);
  await navigate(page, "数据接收");
  await picks(desk(office), [dirs.late]);
  await page.getByRole("button", { name: "选择文件" }).click();
  await page.getByRole("button", { name: /合并可合并的 1 包/ }).click();
  await expect(page.getByRole("row").filter({ hasText: "报告期已锁定后收到，已合并" })).toHaveCount(1);
});

test("the period is closed and opened for all units at once", async () => {
  const { page } = desk(office);
  await navigate(page, "审核");
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "锁定报告期" }).click();
  const closing = page.getByRole("dialog");
  await closing.getByRole("radio", { name: /全部应报单位/ }).click();
  await closing.getByRole("button", { name: /^锁定 \d+ 个单位/ }).click();
  const rail = page.getByRole("navigation", { name: "单位" });
  await expect(rail.getByText("已锁定")).toHaveCount(UNITS);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "重新打开报告期" }).click();
  const opening = page.getByRole("dialog");
  await opening.getByRole("radio", { name: /全部应报单位/ }).click();
  await opening.getByRole("button", { name: /^重新打开 \d+ 个单位/ }).click();
  await expect(rail.getByText("已锁定")).toHaveCount(0);
});

test("a published figure is entered by keyboard, checked in place, and stands below the roll-up", async () => {
  const { page } = desk(office);
  await navigate(page, "汇总");
  const row = page.getByRole("row").filter({ hasText: "T03-1" });
  await row.locator(".name-button").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "公布数", exact: true }).fill("1.2亿");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("填的不是数，请只填数字，单位是 亿元")).toBeVisible();
  await expect(dialog.getByText("请写明来源")).toBeVisible();
  await expect(dialog.getByText("请填公布日期")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole("textbox", { name: "公布数", exact: true }).fill("1,641.08");
  await dialog.getByLabel("来源").fill("市统计局月报");
  await dialog.getByLabel("公布日期").fill("2024年4月16日");
  await dialog.getByRole("radio", { name: "公布数" }).click();
  await dialog.getByRole("button", { name: "记下公布数" }).click();
  const line = page.getByText("公布数 1,641.08 亿元，来源：市统计局月报，4月16日；通报采用公布数");
  await expect(line).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole("button", { name: /^修改公布数：/ }).click();
  await dialog.getByRole("radio", { name: "汇总数" }).click();
  await dialog.getByRole("button", { name: "记下公布数" }).click();
  await expect(page.getByText(/市统计局月报，4月16日；通报采用汇总数/)).toBeVisible();
});

test("the office writes a recovery for a unit, and an exchange for its other PC only after a warning", async () => {
  const { page } = desk(office);
  await navigate(page, "单位与设备授权");
  await page.getByText(/^单位 \d+$/).click();
  const out = stick(root, "recovery-stick");
  await picks(desk(office), [out]);
  await page.getByRole("button", { name: "给铜鼓县写恢复包" }).click();
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("铜鼓县的恢复包已写出")).toBeVisible();
  expect(filesOn(out)).toHaveLength(1);
  expect(filesOn(out)[0]).toMatch(/\.tzb\.age$/);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();

  await page.getByRole("button", { name: "给奉新县写恢复包" }).click();
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("还没有授权过这个单位的电脑")).toBeVisible();
  await page.getByRole("button", { name: "取消" }).click();

  const colleague = stick(root, "colleague-stick");
  await picks(desk(office), [colleague]);
  await page.getByRole("button", { name: "给市级另一台电脑" }).click();
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("本机还不认识市级的另一台电脑")).toBeVisible();
  await page.getByRole("button", { name: "不加密写出" }).click();
  await expect(page.getByText("市级往来包已写出")).toBeVisible();
  expect(filesOn(colleague)[0]).toMatch(/\.tzb$/);
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
});

test("the office makes new keys and learns what to do next", async () => {
  const { page } = desk(office);
  await navigate(page, "设置");
  await renew(page);
  const dialog = page.getByRole("dialog", { name: "密钥已更换" });
  await expect(dialog.getByText("新校验码", { exact: true })).toBeVisible();
  await expect(dialog.getByText("重新发布计划包")).toBeVisible();
  await page.keyboard.press("Escape");
});

test("so does the county: a new device number, to be enrolled again", async () => {
  const { page } = desk(county);
  await navigate(page, "设置");
  await renew(page);
  const dialog = page.getByRole("dialog", { name: "密钥已更换" });
  await expect(dialog.getByText("新校验码", { exact: true })).toBeHidden();
  await expect(dialog.getByText("写出授权申请，送市级")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("还没有申请")).toBeVisible();
  await navigate(page, "上报与回执");
  await page.getByText("往来记录", { exact: true }).first().click();
  await expect(page.getByText("更换密钥以前写出的，编号另起")).toBeVisible();
});

/** Nothing happens before the words are typed and both passphrases agree. */
async function renew(page: Page): Promise<void> {
  await page.getByRole("button", { name: "更换密钥", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "更换密钥（忘了口令）" });
  const go = dialog.getByRole("button", { name: "更换密钥" });
  await dialog.getByLabel("口令", { exact: true }).fill(NEW_PASSPHRASE);
  await dialog.getByLabel("再输一次").fill(NEW_PASSPHRASE);
  await dialog.getByLabel("照着输入").fill("更换");
  await expect(go).toBeDisabled();
  await dialog.getByLabel("照着输入").fill("更换密钥");
  expect(await seriousFindings(page)).toEqual([]);
  await go.click();
}

async function unlockWith(page: Page, passphrase: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "输入本机口令" });
  await dialog.getByLabel("本机口令").fill(passphrase);
  await dialog.getByRole("button", { name: "解锁" }).click();
  await expect(dialog).toBeHidden();
}
