import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import { expect, test, type Locator } from "@playwright/test";
import { indicatorDraftSchema } from "#shared/checks/draft.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { sampleMonth, typedAt, type SampleMonth } from "../support/sample-year.ts";
import { PASSPHRASE } from "../support/workspaces.ts";
import { filesOn, openDesk, picks, stick, type Desk } from "./support/desk.ts";
import { press } from "./support/keyboard.ts";

/** A coordinator's month without a mouse: thirteen packages in, three items back, receipts, figures, a version frozen. */

const PERIOD = periodSchema.parse("2024-03");
const AT = "2024-04-09T01:00:00.000Z";
const RETURNED = 3;
const CHAIN = "T03-1";

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-month-"));
let month: SampleMonth;
let desk: Desk;
let opened: { readonly close: () => Promise<void> } | undefined;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  month = await sampleMonth(PERIOD);
  closeSession(month.office);
  desk = await openDesk(join(root, "office"), AT, ["--workspace", month.office.dir]);
  opened = {
    close: async () => {
      await desk.app.close();
      month.close();
    },
  };
});
test.afterAll(async () => {
  await opened?.close();
  rmSync(root, { recursive: true, force: true });
});

const go = async (name: string): Promise<void> => {
  const link = desk.page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${name}`) });
  await press(desk.page, link.first());
};
const button = (name: string | RegExp): Locator => desk.page.getByRole("button", { name });

test("thirteen packages are read and merged", async () => {
  const { page } = desk;
  await go("数据接收");
  await picks(desk, month.files);
  await press(page, button("选择文件"));
  await expect(button("合并可合并的 13 包")).toBeVisible({ timeout: 60_000 });
  await press(page, button("合并可合并的 13 包"));
  await expect(page.getByText("已合并 13 包")).toBeVisible({ timeout: 60_000 });
});

test("three items go back to three units, the rest without findings is accepted", async () => {
  test.setTimeout(240_000);
  const { page } = desk;
  await go("审核");
  await expect(page.locator(".ritem").first()).toBeVisible();
  const current = page.getByRole("navigation", { name: "单位" }).locator("[aria-current=true] span").first();
  for (let unit = 0; unit < month.units.length; unit += 1) {
    const name = await current.innerText();
    // A key that comes before the unit is there would be lost.
    await expect(button(/^接收\s*A$/)).toBeEnabled();
    if (unit < RETURNED) {
      await page.keyboard.press("r");
      await expect(page.getByLabel("审核意见")).toBeFocused();
      await page.keyboard.insertText("口径与上期不一致，请说明（样例）");
      await page.keyboard.press("Escape");
      await page.keyboard.press("r");
      if (unit === 0) {
        await expect(page.getByLabel("本机口令", { exact: true })).toBeFocused();
        await page.keyboard.insertText(PASSPHRASE);
        await page.keyboard.press("Enter");
      }
      await expect(page.getByText(`已退回 ${unit + 1}`)).toBeVisible();
    }
    const rest = button(/接收无问题的 \d+ 项/);
    if (await rest.isEnabled()) {
      await page.keyboard.press("Shift+A");
      await expect(button(/^撤销：接收/)).toBeVisible();
    }
    await page.keyboard.press("n");
    if (unit < month.units.length - 1) await expect(current).not.toHaveText(name);
  }
});

test("receipts are written for all of them", async () => {
  const { page } = desk;
  const receipts = stick(root, "receipts");
  await picks(desk, [receipts]);
  await press(page, button(/写回执/));
  await press(page, button("选文件夹并写出"));
  await expect(page.getByText("已写出 13 份回执")).toBeVisible({ timeout: 60_000 });
  expect(filesOn(receipts)).toHaveLength(13);
  await page.keyboard.press("Escape");
});

test("the city's figure is the sum of what was accepted, and says how many units it holds", async () => {
  const { page } = desk;
  await go("汇总");
  const figures = month.units.flatMap((unit) => {
    const draft = indicatorDraftSchema.safeParse(
      month.typed.get(typedAt(unit, PERIOD, indicatorItem(CHAIN))),
    );
    const typed = draft.success ? draft.data.inputs?.["revenue"] : undefined;
    return typeof typed === "string" ? [new Decimal(typed)] : [];
  });
  expect(figures.length).toBeGreaterThan(3);
  const sum = Decimal.sum(...figures).div(10_000);
  const row = page.getByRole("row").filter({ hasText: CHAIN }).first();
  await expect(row).toContainText(sum.toFixed(2, Decimal.ROUND_HALF_UP));
});
