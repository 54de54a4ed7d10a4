import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { makeCity, PASSPHRASE, removeCity, save, Scene, type City } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { filesOn, navigate, openDesk, picks, stick, type Desk } from "./support/desk.ts";

/** A task's files, from the county's desk to the program that shows them at the office. */

const AT = "2024-04-03T01:05:00.000Z";
const PICTURE = join(import.meta.dirname, "..", "..", "docs", "screenshots", "county-entry-zh-light.png");

let city: City;
let scene: Scene;
let desk: Desk;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  city = await makeCity({ laptop: "360981" });
  scene = new Scene(city);
});
test.afterAll(() => {
  scene.close();
  removeCity(city);
});
test.afterEach(() => desk.app.close());

/** As Ctrl+V gives it: a picture on the clipboard, no file and no text. */
const pastePicture = (page: Page, base64: string): Promise<void> =>
  page.evaluate((text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "image.png", { type: "image/png" }));
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, base64);

test("the county adds a file and a screenshot, takes one back, and submits", async () => {
  const laptop = scene.laptop("laptop");
  save(laptop, "2024-03", { "task:2": { status: "in-progress", progress: "上半年新签约项目7个（样例）" } });
  const { dir } = laptop;
  closeSession(laptop);
  desk = await openDesk(join(scene.folder, "county"), AT, ["--workspace", dir]);
  const { page } = desk;
  await navigate(page, "填报");
  await page.getByRole("row").filter({ hasText: "推进中" }).locator("[role=gridcell].now").first().click();
  const panel = page.getByRole("complementary");
  await picks(desk, [PICTURE]);
  await panel.getByRole("button", { name: "添加" }).click();
  await expect(panel.getByText("county-entry-zh-light.png")).toBeVisible();
  await pastePicture(page, readFileSync(PICTURE).subarray(0, 4000).toString("base64"));
  await expect(panel.getByText("截图 2024-04-03 09-05.png")).toBeVisible();
  await expect(page.getByRole("img", { name: "附件 2 个" })).toBeVisible();
  await panel.getByRole("button", { name: "移除 截图 2024-04-03 09-05.png" }).click();
  await expect(page.getByRole("img", { name: "附件 1 个" })).toBeVisible();
  await panel.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByRole("img", { name: "附件 2 个" })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);

  await navigate(page, "上报与回执");
  await page.getByLabel("审核人").fill("审核人乙");
  await page.getByLabel("单位负责人").fill("负责人丙");
  await page.getByText("已核对 1 项，与送审稿一致").click();
  await page.getByLabel("本机口令").fill(PASSPHRASE);
  await picks(desk, [stick(scene.folder, "stick")]);
  await page.getByRole("button", { name: /选 U盘或文件夹/ }).click();
  await page.getByRole("button", { name: "上报并写出 1 项" }).click();
  await expect(page.getByText("第1包已写出")).toBeVisible();
});

test("the office opens both as they were", async () => {
  const office = scene.office();
  const { dir } = office;
  closeSession(office);
  desk = await openDesk(join(scene.folder, "office"), AT, ["--workspace", dir]);
  const { page } = desk;
  await navigate(page, "数据接收");
  await picks(desk, filesOn(join(scene.folder, "stick")));
  await page.getByRole("button", { name: "选择文件" }).click();
  await page.getByRole("textbox", { name: "本机口令" }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "解锁" }).click();
  await page.getByRole("button", { name: /合并可合并的 1 包/ }).click();
  await expect(page.getByText(/已合并 1 包/)).toBeVisible();
  await navigate(page, "审核");
  await page.getByRole("button", { name: "county-entry-zh-light.png", exact: true }).click();
  const opened = () =>
    desk.app.evaluate(({ shell }) =>
      "opened" in shell ? (shell.opened as { target: string }[]).map(({ target }) => target) : [],
    );
  await expect.poll(opened).toHaveLength(1);
  const [file = ""] = await opened();
  expect(readFileSync(file)).toEqual(readFileSync(PICTURE));
});
