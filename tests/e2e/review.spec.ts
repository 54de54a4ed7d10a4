import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import {
  makeCity,
  must,
  PASSPHRASE,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../support/workspaces.ts";
import { sheetCheck } from "#shared/paper/check-code.ts";
import { periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { submissionPreview } from "#main/engine/submission/submission.ts";
import { seriousFindings } from "./support/axe.ts";
import { openDesk, type Desk } from "./support/desk.ts";

/** 审核 by keyboard: judging, and taking it back. */

let city: City;
let scene: Scene;
let desk: Desk | undefined;

test.beforeAll(async () => {
  city = await makeCity({ tonggu: "360926", fengcheng: "360981" });
});
test.beforeEach(() => {
  scene = new Scene(city);
});
test.afterEach(async () => {
  await desk?.app.close();
  desk = undefined;
  scene.close();
});
test.afterAll(() => removeCity(city));

test("an acceptance and a return are taken back by key, also after a restart", async () => {
  const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
  save(laptop, "2024-03", {
    "indicator:T03-1": revenue("930145.08"),
    "indicator:T04-1": revenue("448206.73"),
  });
  await take(office, [(await seal(laptop, "2024-03", scene.out())).file]);
  const { dir } = office;
  for (const session of [laptop, office]) closeSession(session);
  const start = () =>
    openDesk(join(scene.folder, "office"), "2024-04-05T01:00:00.000Z", ["--workspace", dir]);
  desk = await start();
  await desk.page.evaluate(`window.location.hash = "#/review?unit=360926&tab=pending"`);
  await expect(desk.page.locator(".ritem")).toHaveCount(2);
  await desk.page.keyboard.press("a");
  await desk.page.getByRole("dialog").getByRole("textbox").fill(PASSPHRASE);
  await desk.page.keyboard.press("Enter");
  await expect(desk.page.locator(".ritem")).toHaveCount(1);
  await desk.page.getByLabel("审核意见").fill("口径与上期不一致，请说明（样例）");
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("r");
  await expect(desk.page.getByRole("button", { name: /^撤销：退回/ })).toBeVisible();
  await expect(desk.page.locator(".ritem")).toHaveCount(0);
  await desk.page.keyboard.press("Control+z");
  await expect(desk.page.locator(".ritem")).toHaveCount(1);
  await desk.app.close();

  desk = await start();
  await desk.page.evaluate(`window.location.hash = "#/review?unit=360926&tab=pending"`);
  await expect(desk.page.getByRole("button", { name: /^撤销：接收/ })).toBeVisible();
  await desk.page.keyboard.press("u");
  await expect(desk.page.locator(".ritem")).toHaveCount(2);
  await expect(desk.page.getByRole("button", { name: /^撤销：/ })).toHaveCount(0);
});

const PERIOD = periodSchema.parse("2024-03");

/** Two counties report two items each; the office's window stands in the first one's. Answers the 核对码 of each. */
async function judging(): Promise<{ readonly page: Desk["page"]; readonly codes: readonly string[] }> {
  const office = scene.office();
  const codes: string[] = [];
  for (const [name, amount] of [
    ["tonggu", "930145.08"],
    ["fengcheng", "448206.73"],
  ] as const) {
    const laptop = scene.laptop(name);
    save(laptop, PERIOD, {
      "indicator:T03-1": revenue(amount),
      "indicator:T04-1": revenue(amount),
    });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    codes.push(must(submissionPreview(laptop, PERIOD)).checkCode);
    closeSession(laptop);
  }
  closeSession(office);
  desk = await openDesk(join(scene.folder, "office"), "2024-04-05T01:00:00.000Z", [
    "--workspace",
    office.dir,
  ]);
  await desk.page.evaluate(`window.location.hash = "#/review?unit=360926&tab=pending"`);
  await expect(desk.page.locator(".ritem")).toHaveCount(2);
  return { page: desk.page, codes };
}

test("a phrase goes into the comment by key, and the office's own phrase stands where it put it", async () => {
  const { page } = await judging();
  const comment = page.getByLabel("审核意见");
  await page.keyboard.press("t");
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await page.keyboard.press("1");
  await expect(comment).toHaveValue("口径与上期不一致，请说明");
  await expect(comment).toBeFocused();
  await page.keyboard.type("（样例）");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await page.keyboard.press("3");
  await expect(comment).toHaveValue("口径与上期不一致，请说明（样例）；缺附件或情况说明，请补");
  await expect(comment).toBeFocused();

  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await page.getByRole("menuitem").last().press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await dialog.getByRole("button", { name: "添一条" }).click();
  await dialog.getByRole("textbox").last().fill("样例：请附统计部门的函");
  for (let up = 8; up > 1; up -= 1) await dialog.getByRole("button", { name: `第 ${up} 条上移` }).click();
  await dialog.getByRole("button", { name: "删除第 2 条", exact: true }).click();
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await comment.fill("");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("menuitem").nth(1)).toHaveText(/与统计部门数据不一致/);
  await page.keyboard.press("1");
  await expect(comment).toHaveValue("样例：请附统计部门的函");
});

test("sheets are scanned one after the other and tick their units", async () => {
  const { page, codes } = await judging();
  const [tonggu = "", fengcheng = ""] = codes;
  await page.getByRole("button", { name: "更多", exact: true }).click();
  await page.getByRole("menuitem", { name: "纸质件" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const field = dialog.getByLabel("扫码或输入核对码");
  await expect(field).toBeFocused();
  const unit = unitKeySchema.parse("360926");
  await page.keyboard.type(
    `${sheetCheck({ unit, period: PERIOD, planVersion: 1, code: tonggu, digest: null }).qr}\n`,
  );
  await expect(dialog.getByRole("status")).toHaveText("铜鼓县：一致");
  await page.keyboard.type(`${fengcheng.toUpperCase()}\n`);
  await expect(dialog.getByRole("status")).toHaveText("丰城市：一致");
  for (const name of ["铜鼓县", "丰城市"])
    await expect(dialog.getByRole("checkbox", { name, exact: true })).toBeChecked();
  await page.keyboard.type("0123456789abcdef\n");
  await expect(dialog.getByRole("status")).toContainText("都对不上");
  await dialog.getByRole("button", { name: "输入铜鼓县的核对码" }).press("Enter");
  await page.keyboard.type("0123456789abcdef\n");
  await expect(dialog.getByRole("status")).toHaveText(
    "铜鼓县：不一致（纸面与数据不是同一份，请对方重新打印盖章）",
  );
  await dialog.getByRole("checkbox", { name: "铜鼓县", exact: true }).press("Space");
  await expect(dialog.getByRole("checkbox", { name: "铜鼓县", exact: true })).not.toBeChecked();
  await dialog.getByRole("checkbox", { name: "樟树市", exact: true }).press("Space");
  await expect(dialog.getByRole("listitem").filter({ hasText: "樟树市" })).toContainText("未核对");
});

test("all units are accepted at once and taken back at once; ? lists the keys", async () => {
  const { page } = await judging();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "按键" })).toContainText("下一个有待审的单位");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "更多", exact: true }).click();
  await page.getByRole("menuitem", { name: "接收全部单位无问题的 4 项" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "接收全部单位无问题的项" });
  await expect(dialog.getByRole("row", { name: /丰城市/ })).toContainText("2");
  await dialog.getByRole("button", { name: "接收 4 项" }).press("Enter");
  await page.getByRole("textbox", { name: "本机口令" }).fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator(".ritem")).toHaveCount(0);
  await page.keyboard.press("u");
  await expect(page.locator(".ritem")).toHaveCount(2);
  await expect(page.getByRole("button", { name: /^撤销：/ })).toHaveCount(0);
});

test("one item is judged across units: by key, to the next unit, to the next item", async () => {
  const [tonggu, fengcheng, office] = [scene.laptop("tonggu"), scene.laptop("fengcheng"), scene.office()];
  for (const [laptop, amount] of [
    [tonggu, "930145.08"],
    [fengcheng, "448206.73"],
  ] as const) {
    save(laptop, "2024-03", {
      "indicator:T03-1": revenue(amount),
      "indicator:T04-1": revenue("1000"),
    });
    await take(office, [(await seal(laptop, "2024-03", scene.out())).file]);
  }
  const { dir } = office;
  for (const session of [tonggu, fengcheng, office]) closeSession(session);
  desk = await openDesk(join(scene.folder, "office"), "2024-04-05T01:00:00.000Z", ["--workspace", dir]);
  const { page } = desk;
  await page.evaluate(`window.location.hash = "#/review"`);
  await page.getByRole("button", { name: "按事项" }).click();
  const heading = page.locator(".rdetail h2");
  await expect(heading).toHaveText(/^铜鼓县 节能环保.*T03-1$/);
  await expect(page.locator(".ritem")).toHaveCount(2);
  await expect(page.getByText("2 个单位已报，2 个待审")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("a");
  await page.getByRole("dialog").getByRole("textbox").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText(/^丰城市 节能环保/);
  await page.getByRole("button", { name: "接收无问题的 1 个单位" }).click();
  await expect(page.getByText("各单位的这一项都审过了")).toBeVisible();
  await page.keyboard.press("n");
  await expect(heading).toHaveText(/建材家具.*T04-1$/);
  await page.keyboard.press("u");
  await expect(page.locator(".ritem")).toHaveCount(1);
  await expect(heading).toHaveText(/^丰城市 节能环保/);
});
