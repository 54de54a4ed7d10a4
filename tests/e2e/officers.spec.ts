import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import type { Bridge } from "#shared/ipc/contract.ts";
import { makeCity, PASSPHRASE, removeCity, type City } from "../support/workspaces.ts";
import { navigate, openDesk, type Desk } from "./support/desk.ts";
import { seriousFindings } from "./support/axe.ts";

/** Colleagues who share a laptop: who works, the lock while nobody does, undo that outlives it all. */

const AT = "2024-04-05T01:00:00.000Z";

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-officers-"));
let city: City;
let desk: Desk;

const start = async (): Promise<Desk> =>
  openDesk(join(root, "home"), AT, ["--workspace", city.laptops.get("fengcheng")?.dir ?? ""]);

test.beforeAll(async () => {
  city = await makeCity({ fengcheng: "360981" });
  desk = await start();
});
test.afterAll(async () => {
  await desk.app.close();
  removeCity(city);
  rmSync(root, { recursive: true, force: true });
});

const personMenu = (page: Page) => page.locator(".who");
const mainNavigation = (page: Page) => page.getByRole("navigation", { name: "主导航" });
const cell = (page: Page, id: string) => page.locator(`#cell-indicator\\:${id}-now`);
const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel("本机口令").fill(PASSPHRASE);
  await page.getByRole("button", { name: "解锁" }).click();
};

test("a colleague is added in settings and takes over in the person menu; drafts note who wrote them", async () => {
  const { page } = desk;
  await navigate(page, "设置");
  await page.getByLabel("姓名", { exact: true }).fill("填报人丁");
  await page.getByRole("button", { name: "加上" }).click();
  await expect(page.locator(".officers").getByText("填报人丁")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await personMenu(page).click();
  await page.getByRole("menuitem", { name: "填报人丁" }).click();
  await expect(page.getByText("现在由填报人丁填报")).toBeVisible();

  await navigate(page, "填报");
  await page.getByRole("button", { name: "指标", exact: true }).click();
  await cell(page, "T02-1").click();
  await page.keyboard.type("386412.7");
  await page.keyboard.press("ArrowDown");
  await cell(page, "T02-1").click();
  await page.keyboard.type("386412.75");
  await page.keyboard.press("ArrowDown");
  await cell(page, "T02-1").click();
  await expect(page.getByText("由 386,412.70 改为 386,412.75")).toBeVisible();
  await expect(page.getByText(/^填报人丁，今天 09:0\d$/).first()).toBeVisible();
});

test("locking saves what is half written, and shows nothing but the lock page, also after a restart", async () => {
  const { page } = desk;
  await cell(page, "T03-1").click();
  await page.keyboard.type("12");
  await personMenu(page).click();
  await page.getByRole("menuitem", { name: "锁定" }).click();
  await expect(page.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await expect(page.getByText("386,412.75")).toBeHidden();
  await expect(mainNavigation(page)).toBeHidden();
  expect(await seriousFindings(page)).toEqual([]);
  const refused = await page.evaluate(() => {
    const bridge: Bridge = Reflect.get(window, "taizhang");
    return bridge.invoke("plan.get", { digest: "" });
  });
  expect(refused).toMatchObject({ ok: false, error: { code: "app-locked" } });

  await desk.app.close();
  desk = await start();
  const again = desk.page;
  await expect(again.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await again.getByLabel("本机口令").fill("不是这个口令呀呀呀");
  await again.getByRole("button", { name: "解锁" }).click();
  await expect(again.getByText(/口令不对/)).toBeVisible();
  await unlock(again);
  await navigate(again, "填报");
  await again.getByRole("button", { name: "指标", exact: true }).click();
  await expect(cell(again, "T03-1")).toHaveText("12.00");
});

test("undo goes on where it was before the restart", async () => {
  const { page } = desk;
  await expect(page.getByRole("button", { name: /撤销/ })).toBeEnabled();
  await page.getByRole("button", { name: /撤销/ }).click();
  await expect(cell(page, "T03-1")).toHaveText("");
  await page.getByRole("button", { name: /撤销/ }).click();
  await expect(cell(page, "T02-1")).toHaveText("386,412.70");
  await page.getByRole("button", { name: /重做/ }).click();
  await expect(cell(page, "T02-1")).toHaveText("386,412.75");
});

test("ten minutes without a hand lock it by themselves; the setting changes that", async () => {
  const { page } = desk;
  await page.clock.install();
  await page.reload();
  await expect(mainNavigation(page)).toBeVisible();
  await page.clock.fastForward("09:50");
  await expect(mainNavigation(page)).toBeVisible();
  await page.clock.fastForward("00:20");
  await expect(page.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await unlock(page);
  await navigate(page, "设置");
  await page.getByRole("group", { name: "多久不动就锁定" }).getByRole("button", { name: "不锁定" }).click();
  await page.clock.fastForward("59:00");
  await expect(mainNavigation(page)).toBeVisible();
});
