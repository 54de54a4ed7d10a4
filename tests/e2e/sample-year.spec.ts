import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { unitName } from "#shared/plan/units.ts";
import { conflictList } from "#main/engine/review/review.ts";
import { resolveConflict } from "#main/engine/entry/conflicts.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { sampleYear, type SampleYear } from "../support/sample-year.ts";
import { must, PASSPHRASE, seal, take } from "../support/workspaces.ts";
import { filesOn, navigate, openDesk, picks, stick, type Desk } from "./support/desk.ts";

/** A year of thirteen units on one heap: what is forged, copied or disputed is found in the windows and dealt with. */

const AT = "2025-03-20T01:00:00.000Z";

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-year-"));
let year: SampleYear;
let desk: Desk;
let opened: { readonly close: () => Promise<void> } | undefined;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  year = await sampleYear();
  closeSession(year.office);
  desk = await openDesk(join(root, "office"), AT, ["--workspace", year.office.dir]);
  opened = {
    close: async () => {
      await desk.app.close();
      year.close();
    },
  };
});
test.afterAll(async () => {
  await opened?.close();
  rmSync(root, { recursive: true, force: true });
});

const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);
const rows = (page: Page) => page.locator("table.bundles tbody tr[data-row]");

test("all files at once: the genuine ones are merged, five are refused", async () => {
  const { page } = desk;
  await navigate(page, "数据接收");
  await picks(desk, year.files);
  await page.getByRole("button", { name: "选择文件" }).click();
  const genuine = year.files.length - year.forged.length;
  const merge = page.getByRole("button", { name: `合并可合并的 ${genuine} 包` });
  await expect(merge).toBeEnabled({ timeout: 60_000 });
  // Pressed twice, before the first press is drawn.
  await merge.evaluate((pressed: HTMLElement) => {
    pressed.click();
    pressed.click();
  });
  await expect(page.getByText(`已合并 ${genuine} 包`)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".toasts").getByText(/已合并/)).toHaveCount(1);
  await expect(page.getByText(/^共 \d+ 个.*未通过 5 个$/)).toBeVisible();
});

test("each forged file is named with its reason and what to tell the county", async () => {
  const { page } = desk;
  const words = {
    damaged: "文件已损坏",
    "digest-mismatch": "内容与签名不符",
    "bad-signature": "签名不符",
    "unknown-root": "不是本市授权的",
  };
  await page
    .getByRole("group", { name: "筛选" })
    .getByText(/^未通过/)
    .click();
  await expect(rows(page)).toHaveCount(5);
  const notes = await rows(page).locator(".note").allTextContents();
  expect(notes.toSorted(inOrder)).toEqual(year.forged.map(({ reason }) => words[reason]).toSorted(inOrder));
  for (const row of await rows(page).all()) {
    await row.click();
    await expect(page.getByText("台账没有任何变动。文件已隔离，原样留着。")).toBeVisible();
    await expect(page.locator("aside").getByText(/未予合并，原有数据没有影响/)).toBeVisible();
  }
});

test("a county that was told of its file is asked about it no more, until that is taken back", async () => {
  const { page } = desk;
  const badge = page.getByRole("navigation").locator("a", { hasText: "数据接收" }).locator(".badge");
  await expect(badge).toHaveText("5");
  await rows(page).first().click();
  const panel = page.locator("aside");
  await panel.getByRole("button", { name: "标为已告知" }).click();
  await expect(panel.getByText(/^已告知：.+，3月20日 09:\d\d$/)).toBeVisible();
  await expect(badge).toHaveText("4");
  await expect(rows(page)).toHaveCount(5);
  await expect(rows(page).first()).toContainText("已告知");
  await expect(rows(page).filter({ hasText: "已告知" })).toHaveCount(1);
  await expect(panel.getByRole("button", { name: "撤销标记" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "标为已告知" })).toBeVisible();
  await expect(badge).toHaveText("5");
});

test("the two restored laptops are named, with what to ask", async () => {
  const { page } = desk;
  await page.getByRole("group", { name: "筛选" }).getByText(/^全部/).click();
  await page
    .getByRole("group", { name: "筛选" })
    .getByText(/^有提示/)
    .click();
  const alike = rows(page).filter({ hasText: "同号" });
  // Both packages of each number are marked.
  await expect(alike).toHaveCount(4);
  for (const unit of year.forked) {
    const row = alike.filter({ hasText: unitName(year.plan, unit) }).first();
    await row.click();
    const panel = page.locator("aside");
    await expect(panel.getByText(/这台电脑可能被复制，或从旧备份恢复/)).toBeVisible();
    await expect(panel.getByRole("button", { name: "复制告知的话" })).toBeVisible();
  }
});

test("a package is found among all that came", async () => {
  const { page } = desk;
  await page.getByRole("group", { name: "筛选" }).getByText(/^全部/).click();
  // A screenful is drawn at first; whoever goes to the end of the list sees more, until all are there.
  await expect(rows(page)).toHaveCount(18);
  const listed = await page.getByRole("group", { name: "筛选" }).getByText(/^全部/).textContent();
  const all = Number(/\d+/.exec(listed ?? "")?.[0]);
  await expect
    .poll(async () => {
      await rows(page).last().scrollIntoViewIfNeeded();
      return rows(page).count();
    })
    .toBe(all);
  expect(all).toBeGreaterThan(year.files.length);
  await page.getByRole("searchbox", { name: "按单位、包号、文件名、摘要查找" }).fill("铜鼓县 第3包");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("铜鼓县");
  await page.getByRole("searchbox").fill("");
  await expect(rows(page)).toHaveCount(all);
});

test("each disagreement is shown with its sides and returned to its unit with a question", async () => {
  const { page } = desk;
  await navigate(page, "版本不一致");
  await expect(page.locator(".conflict-item")).toHaveCount(3);
  for (const { unit } of year.conflicts) {
    await page
      .locator(".conflict-item")
      .filter({ hasText: unitName(year.plan, unit) })
      .click();
    await expect(page.locator(".sides")).toContainText("123,456.78");
    await page.getByRole("button", { name: "退回，请该单位定" }).click();
    if (unit === year.conflicts[0]?.unit) {
      await page.getByLabel("本机口令", { exact: true }).fill(PASSPHRASE);
      await page.keyboard.press("Enter");
    }
    await expect(page.getByText(`已退回，随回执发给${unitName(year.plan, unit)}`)).toBeVisible();
  }
});

test("the counties settle them from the receipts, and the office takes in what they settled", async () => {
  const { page } = desk;
  await navigate(page, "审核");
  const receipts = stick(root, "receipts");
  await picks(desk, [receipts]);
  await page.getByRole("button", { name: /写回执/ }).click();
  await page.getByRole("button", { name: "选文件夹并写出" }).click();
  await expect(page.getByText("已写出 3 份回执")).toBeVisible();
  await page.keyboard.press("Escape");

  const settled = stick(root, "settled");
  for (const { laptop, unit, period, item } of year.conflicts) {
    await take(laptop, filesOn(receipts));
    const conflict = conflictList(laptop).find((each) => each.unit === unit && each.item === item);
    const chosen = conflict?.sides.find(({ device }) => device !== conflict.sides[0]?.device);
    must(resolveConflict(laptop, { period, item }, chosen?.revision ?? "", "样例：以统计局口径为准"));
    await seal(laptop, period, settled);
  }
  await navigate(page, "数据接收");
  await picks(desk, [settled]);
  await page.getByRole("button", { name: "自动读入的文件夹" }).click();
  await expect(page.getByText(`自动读入：${settled}`)).toBeVisible();
  await page.getByRole("button", { name: "合并可合并的 3 包" }).click();
  await expect(page.getByText("已合并 3 包")).toBeVisible();
  await navigate(page, "版本不一致");
  await expect(page.getByText("没有不一致的事项")).toBeVisible();
});
