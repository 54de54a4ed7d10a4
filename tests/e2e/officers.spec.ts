import { expect, test } from "@playwright/test";
import type { Bridge } from "#shared/ipc/contract.ts";
import { PASSPHRASE } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { desk, page, startAgain, withDesk } from "./support/city-desk.ts";
import { navigate } from "./support/desk.ts";

/** Colleagues who share a laptop: who works, the lock while nobody does, undo that outlives it all. */

const AT = "2024-04-05T01:00:00.000Z";

test.describe.configure({ mode: "serial" });

withDesk(AT, { fengcheng: "360981" }, (scene) => scene.laptop("fengcheng"));

const personMenu = () => page.locator(".who");
const mainNavigation = () => page.getByRole("navigation", { name: "主导航" });
const cell = (id: string) => page.locator(`#cell-indicator\\:${id}-now`);
const unlock = async (): Promise<void> => {
  await page.getByLabel("本机口令").fill(PASSPHRASE);
  await page.getByRole("button", { name: "解锁" }).click();
};

test("a colleague is added in settings and takes over in the person menu; drafts note who wrote them", async () => {
  await navigate(page, "设置");
  await page.getByLabel("姓名", { exact: true }).fill("填报人丁");
  await page.getByRole("button", { name: "加上" }).click();
  await expect(page.locator(".officers").getByText("填报人丁")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await personMenu().click();
  await page.getByRole("menuitem", { name: "填报人丁" }).click();
  await expect(page.getByText("现在由填报人丁填报")).toBeVisible();

  await navigate(page, "填报");
  await page.getByRole("button", { name: "指标", exact: true }).click();
  await cell("T02-1").click();
  await page.keyboard.type("386412.7");
  await page.keyboard.press("ArrowDown");
  await cell("T02-1").click();
  await page.keyboard.type("386412.75");
  await page.keyboard.press("ArrowDown");
  await cell("T02-1").click();
  await expect(page.getByText("由 386,412.70 改为 386,412.75")).toBeVisible();
  await expect(page.getByText(/^填报人丁，今天 09:0\d$/).first()).toBeVisible();
});

test("locking saves what is half written, and shows nothing but the lock page, also after a restart", async () => {
  await cell("T03-1").click();
  await page.keyboard.type("12");
  await personMenu().click();
  await page.getByRole("menuitem", { name: "锁定" }).click();
  await expect(page.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await expect(page.getByText("386,412.75")).toBeHidden();
  await expect(mainNavigation()).toBeHidden();
  expect(await seriousFindings(page)).toEqual([]);
  const refused = await page.evaluate(() => {
    const bridge: Bridge = Reflect.get(window, "taizhang");
    return bridge.invoke("plan.get", { digest: "" });
  });
  expect(refused).toMatchObject({ ok: false, error: { code: "app-locked" } });

  await desk.app.close();
  await startAgain();
  await expect(page.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await page.getByLabel("本机口令").fill("不是这个口令呀呀呀");
  await page.getByRole("button", { name: "解锁" }).click();
  await expect(page.getByText(/口令不对/)).toBeVisible();
  await unlock();
  await navigate(page, "填报");
  await page.getByRole("button", { name: "指标", exact: true }).click();
  await expect(cell("T03-1")).toHaveText("12.00");
});

test("undo goes on where it was before the restart", async () => {
  await expect(page.getByRole("button", { name: /撤销/ })).toBeEnabled();
  await page.getByRole("button", { name: /撤销/ }).click();
  await expect(cell("T03-1")).toHaveText("");
  await page.getByRole("button", { name: /撤销/ }).click();
  await expect(cell("T02-1")).toHaveText("386,412.70");
  await page.getByRole("button", { name: /重做/ }).click();
  await expect(cell("T02-1")).toHaveText("386,412.75");
});

test("ten minutes without a hand lock it by themselves; the setting changes that", async () => {
  await page.clock.install();
  await page.reload();
  await expect(mainNavigation()).toBeVisible();
  await page.clock.fastForward("09:50");
  await expect(mainNavigation()).toBeVisible();
  await page.clock.fastForward("00:20");
  await expect(page.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await unlock();
  await navigate(page, "设置");
  await page.getByRole("group", { name: "多久不动就锁定" }).getByRole("button", { name: "不锁定" }).click();
  await page.clock.fastForward("59:00");
  await expect(mainNavigation()).toBeVisible();
});
