import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { judge, revenue, save, seal, take } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { desk, page, scene, withDesk } from "./support/city-desk.ts";
import { navigate, picks, stick } from "./support/desk.ts";

/** 完成情况 on 2 April 2024: the items of 1—2月 were due on 28 March. Two counties reported, one of them late. */

const AT = "2024-04-02T01:00:00.000Z";
const PERIOD = "2024-02";
const TONGGU = "360926";
const FENGCHENG = "360981";
const T = (no: number): string => `indicator:T0${no}-1`;

test.describe.configure({ mode: "serial" });

withDesk(AT, { tonggu: TONGGU, fengcheng: FENGCHENG }, async (scene) => {
  const [office, tonggu, fengcheng] = [scene.office(), scene.laptop("tonggu"), scene.laptop("fengcheng")];
  scene.clock.set("2024-03-20T01:00:00.000Z");
  save(tonggu, PERIOD, { [T(2)]: revenue("10000"), [T(3)]: revenue("20000") });
  await take(office, [(await seal(tonggu, PERIOD, scene.out())).file]);
  judge(office, "returned", [TONGGU, PERIOD, T(3)], "样例：请核对。");
  scene.clock.set("2024-03-30T01:00:00.000Z");
  save(fengcheng, PERIOD, { [T(2)]: revenue("30000") });
  await take(office, [(await seal(fengcheng, PERIOD, scene.out())).file]);
  return office;
});

const map = () => page.getByRole("region", { name: "按报告期" });
const place = (unit: string) => map().getByRole("button", { name: `${unit} 2024年1—2月` });
const row = (name: string) => map().getByRole("row").filter({ hasText: name });

test("the desk's count of missing leads to the page with the filter set", async () => {
  await navigate(page, "工作台");
  await page.getByRole("button", { name: "上一报告期" }).click();
  await page.getByRole("heading", { level: 1 }).getByRole("link", { name: /^未报/ }).click();
  await expect(page.getByRole("heading", { name: "完成情况" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^只看未报/ })).toHaveAttribute("aria-pressed", "true");
});

test("the matrix says who is missing, late or returned, and the filters keep those", async () => {
  await page.getByRole("button", { name: /^只看未报/ }).click();
  await map()
    .getByRole("button", { name: /^2024年\s*1—2月$/ })
    .click();
  await expect(place("袁州区")).toHaveText("未报");
  await expect(place("铜鼓县")).toHaveText("退回 1");
  await expect(place("丰城市")).toHaveText(/^缺 \d+ 项 迟 2 天$/);
  await expect(map().locator("tbody tr")).toHaveCount(11);
  await page.getByRole("button", { name: /^迟报/ }).click();
  await expect(map().locator("tbody tr")).toHaveCount(1);
  await expect(row("丰城市")).toBeVisible();
  await page.getByRole("button", { name: /^有退回/ }).click();
  await expect(map().locator("tbody tr")).toHaveCount(1);
  await expect(row("铜鼓县")).toBeVisible();
  await page.getByRole("button", { name: /^有退回/ }).click();
  await expect(map().locator("tfoot")).toContainText("1 / 11");
  expect(await seriousFindings(page)).toEqual([]);
});

test("arrows walk the matrix, the side gives the counts, Enter opens the review of that unit", async () => {
  await place("丰城市").click();
  const side = page.getByRole("complementary", { name: "报送明细" });
  await expect(side.getByRole("heading")).toHaveText("丰城市 2024年1—2月");
  await expect(side.locator("dl > div").filter({ hasText: "迟报" })).toContainText("最迟 2 天");
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("ArrowUp");
  await expect(place("铜鼓县")).toBeFocused();
  await expect(side.getByRole("heading")).toHaveText("铜鼓县 2024年1—2月");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "审核" })).toBeVisible();
  await expect(page.locator(".main")).toContainText("铜鼓县");
  expect(page.url()).toContain(`unit=${TONGGU}`);
});

test("item by item, a place opens its review", async () => {
  await navigate(page, "完成情况");
  await page.getByRole("button", { name: "本期逐项" }).click();
  const items = page.getByRole("region", { name: "本期逐项" });
  const returned = items.getByRole("button", { name: /^铜鼓县 .*已退回/ });
  await expect(returned).toHaveCount(1);
  await expect(items.getByRole("button", { name: /^丰城市 .*迟 2 天/ })).toHaveCount(1);
  expect(await seriousFindings(page)).toEqual([]);
  await returned.press("Enter");
  await expect(page.getByRole("heading", { name: "审核" })).toBeVisible();
  const params = new URLSearchParams(page.url().split("?")[1]);
  expect([params.get("unit"), params.get("item")]).toEqual([TONGGU, T(3)]);
});

test("the reminders say what is missing, since when, and are copied one by one or all at once", async () => {
  await navigate(page, "完成情况");
  await page.getByRole("button", { name: /^催报 11 个单位/ }).click();
  const dialog = page.getByRole("dialog");
  const sentence = dialog.getByRole("listitem").filter({ hasText: "袁州区" }).getByRole("paragraph");
  await expect(sentence).toContainText(
    /袁州区：2024年1—2月“869”行动计划推进情况共 \d+ 项（指标 \d+ 项）尚未报送/,
  );
  await expect(sentence).toContainText("应于3月28日前报送，已过 5 天");
  await expect(dialog.getByRole("listitem").filter({ hasText: "丰城市" })).toContainText("还缺");
  await dialog.evaluate((shown) => Promise.all(shown.getAnimations().map(({ finished }) => finished)));
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "复制袁州区的" }).click();
  await expect(page.getByText("已复制").first()).toBeVisible();
  expect(await clipboard()).toBe(await sentence.innerText());
  await dialog.getByRole("checkbox", { name: "袁州区" }).click();
  await expect(page.getByText("已复制")).toHaveCount(0);
  await dialog.getByRole("button", { name: "复制 10 个单位的" }).click();
  await expect(page.getByText("已复制")).toBeVisible();
  const copied = await clipboard();
  expect(copied.split("\n")).toHaveLength(10);
  expect(copied).not.toContain("袁州区");
  await page.keyboard.press("Escape");
});

/** What a Ctrl+V would put in now. */
async function clipboard(): Promise<string> {
  const pasted = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const read = (event: ClipboardEvent): void =>
          resolve(event.clipboardData?.getData("text/plain") ?? "");
        window.addEventListener("paste", read, { capture: true, once: true });
      }),
  );
  await page.keyboard.press("Control+v");
  return pasted;
}

test("the table is written to a file", async () => {
  const folder = stick(scene.folder, "out");
  await picks(desk, [folder]);
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  await expect.poll(() => readdirSync(folder).filter((name) => name.startsWith("完成情况"))).toHaveLength(1);
});
