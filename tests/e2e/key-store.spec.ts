import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { makeCity, PASSPHRASE, removeCity, revenue, save, Scene, type City } from "../support/workspaces.ts";
import { filesOn, navigate, openDesk, picks, stick, type Desk } from "./support/desk.ts";
import { seriousFindings } from "./support/axe.ts";

/** A passphrase that the system keeps: typed once, and no more after a new start, until it is forgotten. */

const MARCH = "2024-03";
const AT = "2024-04-05T01:00:00.000Z";

test.describe.configure({ mode: "serial" });

const root = mkdtempSync(join(tmpdir(), "taizhang-key-store-"));
let city: City | undefined;
let open: Desk | undefined;
let dir = "";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  city = await makeCity({ tonggu: "360926" });
  const laptop = new Scene(city).laptop("tonggu");
  save(laptop, MARCH, { "indicator:T03-1": revenue("10") });
  dir = laptop.dir;
  closeSession(laptop);
});

test.afterAll(async () => {
  await open?.app.close();
  rmSync(root, { recursive: true, force: true });
  if (city !== undefined) removeCity(city);
});

async function start(keyStore: "on" | "off"): Promise<Desk> {
  await open?.app.close();
  const env: Record<string, string> = keyStore === "on" ? { TAIZHANG_KEY_STORE: "1" } : {};
  open = await openDesk(join(root, "county"), AT, ["--workspace", dir], env);
  await navigate(open.page, "设置");
  return open;
}

const unlockDialog = ({ page }: Desk) => page.getByRole("dialog", { name: "输入本机口令" });

test("where the system protects nothing, nothing is offered", async () => {
  const desk = await start("off");
  await expect(desk.page.getByText("不能记住，每次都要输")).toBeVisible();
  await desk.page.getByRole("button", { name: "解锁" }).click();
  await expect(unlockDialog(desk).getByLabel("本机口令")).toBeVisible();
  await expect(unlockDialog(desk).getByText("在这台电脑上记住口令")).toBeHidden();
});

test("a passphrase that opens the keys is kept when asked, in a file of the owner's alone", async () => {
  const desk = await start("on");
  await expect(desk.page.getByText("没有记住")).toBeVisible();
  await desk.page.getByRole("button", { name: "解锁" }).click();
  const dialog = unlockDialog(desk);
  await dialog.getByText("在这台电脑上记住口令").click();
  expect(await seriousFindings(desk.page)).toEqual([]);
  await dialog.getByLabel("本机口令").fill("不是这个口令呀呀呀");
  await dialog.getByRole("button", { name: "解锁" }).click();
  await expect(dialog.getByText(/口令不对/)).toBeVisible();
  await dialog.getByLabel("本机口令").fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "解锁" }).click();
  await expect(desk.page.getByText("已记住，由操作系统保管")).toBeVisible();
  const kept = join(root, "county", "settings", "key-store");
  const [file = ""] = readdirSync(kept);
  expect(file).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(join(kept, file)).mode & 0o777).toBe(0o600);
});

test("after a new start, sealing asks for no passphrase", async () => {
  const desk = await start("on");
  const { page } = desk;
  await navigate(page, "上报与回执");
  await expect(page.getByText("口令已记在这台电脑上")).toBeVisible();
  await page.getByLabel("审核人").fill("审核人乙");
  await page.getByLabel("单位负责人").fill("负责人丙");
  await page.getByText("已核对 1 项，与送审稿一致").click();
  const written = stick(root, "submission-stick");
  await picks(desk, [written]);
  await page.getByRole("button", { name: /选 U盘或文件夹/ }).click();
  await page.getByRole("button", { name: "上报并写出 1 项" }).click();
  await expect(page.getByText("第1包已写出")).toBeVisible();
  expect(filesOn(written)).toHaveLength(1);
});

test("once it is no longer kept, it is asked for again", async () => {
  const desk = await start("on");
  await desk.page.getByRole("button", { name: "不再记住" }).click();
  await expect(desk.page.getByText("没有记住")).toBeVisible();
  expect(readdirSync(join(root, "county", "settings", "key-store"))).toEqual([]);
  await desk.page.getByRole("button", { name: "解锁" }).click();
  await expect(unlockDialog(desk)).toBeVisible();
});
