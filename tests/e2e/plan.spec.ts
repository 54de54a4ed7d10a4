import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Plan } from "#shared/plan/schema.ts";
import { desk, page, scene, withDesk } from "./support/city-desk.ts";
import { navigate, picks } from "./support/desk.ts";

/** The office settles what the plan leaves open, sees the difference, and puts it in force; by keys where it types. */

let plan: Plan;

withDesk("2024-04-05T01:00:00.000Z", {}, (scene) => {
  const office = scene.office();
  ({ plan } = office);
  return office;
});

test("changes gather, are seen, and become the next version; a file becomes one more", async () => {
  test.setTimeout(240_000);
  await navigate(page, "计划");

  await test.step("a wrong figure has its sentence under its field and keeps the version from being made", async () => {
    await page.getByRole("button", { name: "目标与序时" }).click();
    await page.getByRole("radio", { name: "按月份平均" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /^T02-1/ }).focus();
    await page.keyboard.press("Enter");
    const target = page.getByLabel("全市2025年目标");
    await target.fill("18oo");
    await expect(page.getByText("不是数。")).toBeVisible();
    await expect(target).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("button", { name: "看改动，生效为第2版" })).toBeDisabled();
    await target.fill("1,800");
    await expect(page.getByText("不是数。")).toBeHidden();
    await page.getByLabel("基期数的值").fill("900");
    await expect(page.getByText("值和日期要一起填")).toBeVisible();
    await page.getByLabel("基期数的日期").fill("2023/12/31");
    await expect(page.getByText("3 项改动未生效")).toBeVisible();
  });

  await test.step("units and days", async () => {
    await page.getByRole("button", { name: "报送单位", exact: true }).click();
    await page.getByRole("combobox", { name: "单位", exact: true }).click();
    await page.getByRole("option", { name: "市科技局" }).click();
    await page.getByRole("button", { name: "加入", exact: true }).click();
    await expect(page.locator(".plan-chip", { hasText: "2024年3月起报送" })).toBeVisible();
    await page.getByRole("button", { name: "期限与节假日" }).click();
    const lines = page.getByLabel("加入日子，一行一天");
    await lines.fill("2025-10-01 休\n国庆节");
    await expect(page.getByText("第2行“国庆节”开头不是日期")).toBeVisible();
    await lines.fill("2025-10-01 休\n2025-10-11 班");
    await page.getByRole("button", { name: "加入 2 天" }).click();
    await page.getByLabel("任务1的完成时限").fill("2026-06-30");
    await expect(page.getByText("7 项改动未生效")).toBeVisible();
  });

  await test.step("they outlive a look at another page, and come into force as one version", async () => {
    await navigate(page, "汇总");
    await navigate(page, "计划");
    await page.getByRole("button", { name: "看改动，生效为第2版" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("row").filter({ hasText: "序时进度" })).toContainText(
      "由 不设 改为 按月份平均",
    );
    await expect(dialog.getByRole("row").filter({ hasText: "年度目标" })).toContainText("1800 亿元");
    await expect(dialog.getByRole("row")).toHaveCount(8);
    const shell = await page.locator("nav").first().elementHandle();
    await dialog.getByRole("button", { name: "生效为第2版" }).click();
    await expect(page.getByText("第2版还没有发布")).toBeVisible();
    await expect(page.getByText("项改动未生效")).toBeHidden();
    await expect(page.getByText(`计划 ${plan.id} 第2版`)).toBeVisible();
    // The window went on from one plan to the next: it was not drawn anew.
    expect(await shell?.evaluate((element) => element.isConnected)).toBe(true);
  });

  await test.step("a bad file is refused with every error; a good one becomes a version", async () => {
    await page.getByRole("button", { name: "去发布" }).click();
    const bad = join(scene.folder, "bad.json");
    writeFileSync(bad, JSON.stringify({ ...plan, version: 1, officeUnit: "nowhere" }));
    await picks(desk, [bad]);
    await page.getByRole("button", { name: "选计划文件" }).click();
    await expect(page.getByRole("dialog").getByText(/nowhere/)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
    const good = join(scene.folder, "good.json");
    writeFileSync(good, JSON.stringify({ ...plan, version: 3 }));
    await picks(desk, [good]);
    await page.getByRole("button", { name: "选计划文件" }).click();
    await expect(page.getByRole("dialog").getByText("由 按月份平均 改为 不设")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "生效为第3版" }).click();
    await expect(page.getByRole("row").filter({ hasText: "第3版" }).first()).toContainText("现行");
    await page.getByRole("button", { name: "与第1版比" }).click();
    await expect(page.getByRole("dialog").getByRole("row").filter({ hasText: "节假日" })).toHaveCount(2);
    await page.keyboard.press("Escape");
  });
});
