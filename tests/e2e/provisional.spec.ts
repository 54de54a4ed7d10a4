import { expect, test } from "@playwright/test";
import { revenue, save, seal, take } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { page, withDesk } from "./support/city-desk.ts";
import { navigate } from "./support/desk.ts";

/** 暂用 in the office's window, by keyboard: chosen on 版本不一致, seen in 汇总 with 含待审值 and nowhere else. */

const PERIOD = "2024-03";

withDesk("2024-04-05T01:00:00.000Z", { one: "360981", two: "360981" }, async (scene) => {
  const office = scene.office();
  for (const [name, amount] of [
    ["one", "120000"],
    ["two", "180000"],
  ] as const) {
    const laptop = scene.laptop(name);
    save(laptop, PERIOD, { "indicator:T02-1": revenue(amount) });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
  }
  return office;
});

test("the office has the roll-up use one of two versions for now, and no more", async () => {
  test.setTimeout(180_000);
  await navigate(page, "版本不一致");
  await expect(page.getByText("汇总暂不计这一项（没有已接收的共同基础）")).toBeVisible();
  // Which laptop's version is the first follows from the records' ids.
  const side = page.locator(".side").first();
  const figure = (await side.textContent())?.includes("180,000.00") ? "18.00" : "12.00";
  const tool = side.getByRole("button", { name: /汇总暂用这一版/ });
  await tool.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^含待审时暂用：版本一（1[28]0,000\.00 万元）$/)).toBeVisible();
  // The focus stays, on what takes it back.
  await expect(side.getByRole("button", { name: /不再暂用/ })).toBeFocused();
  await expect(page.getByRole("button", { name: /汇总暂用这一版/ })).toHaveCount(1);
  expect(await seriousFindings(page), "conflict").toEqual([]);

  await navigate(page, "汇总");
  const row = page.getByRole("row", { name: /T02-1/ });
  await expect(row).toContainText("不一致 1");
  await expect(row).not.toContainText(figure);
  await page.getByText("含待审值", { exact: true }).click();
  await expect(row).toContainText(figure);
  await expect(row).toContainText("不一致 1");
  await row.click();
  const line = page.locator(".unit-figures li").filter({ hasText: "丰城市" });
  await expect(line).toContainText(/不一致，暂用版本一/);
  await line.getByRole("button").click();
  await expect(page.locator(".trace__records")).toContainText(/不一致，暂用版本一/);
  expect(await seriousFindings(page), "trace").toEqual([]);
  await page.keyboard.press("Escape");

  await navigate(page, "版本不一致");
  await side.getByRole("button", { name: /不再暂用/ }).press("Enter");
  await expect(page.getByText(/^含待审时暂用/)).toHaveCount(0);
  await navigate(page, "汇总");
  await page.getByText("含待审值", { exact: true }).click();
  await expect(row).toContainText("不一致 1");
  await expect(row).not.toContainText(figure);
});
