import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { judge, revenue, save, seal, take } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { desk, page, scene, withDesk } from "./support/city-desk.ts";
import { filesOn, navigate, picks, stick } from "./support/desk.ts";

/** 监测与考核 in one walk: from a jump to its review, from a marked progress to its export, from no weights to scores. */

const PERIOD = "2024-03";
const UNIT = "360981";
const REASON = "说明：样例数，新企业达产入统。";

withDesk("2024-04-05T01:00:00.000Z", { fengcheng: UNIT }, async (scene) => {
  const office = scene.office();
  const laptop = scene.laptop("fengcheng");
  save(laptop, "2024-02", { "indicator:T02-1": revenue("80000") });
  save(laptop, PERIOD, {
    "indicator:T02-1": revenue("240000", REASON),
    "task:2": { status: "in-progress", progress: "样例：链主企业挂牌，带动配套企业 12 家。" },
  });
  for (const period of ["2024-02", PERIOD])
    await take(office, [(await seal(laptop, period, scene.out())).file]);
  judge(office, "accepted", [UNIT, PERIOD, "indicator:T02-1", "task:2"]);
  return office;
});

test("the office reads the digest, sets its weights and picks out good practice", async () => {
  test.setTimeout(240_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const tab = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const exported = async (name: string): Promise<string> => {
    const folder = stick(scene.folder, name);
    await picks(desk, [folder]);
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: /CSV/ }).click();
    await expect.poll(() => filesOn(folder).length).toBe(1);
    return readFileSync(filesOn(folder)[0] ?? "", "utf8");
  };

  await navigate(page, "监测与考核");
  const moved = page.getByRole("row", { name: /丰城市.*T02-1.*月均比2024年1—2月月均.*80,000\.00.*\+100\.0/ });
  await expect(moved).toBeVisible();
  await expect(page.getByText(`单位说明：${REASON}`)).toBeVisible();
  expect(await seriousFindings(page), "digest").toEqual([]);
  await page.getByRole("button", { name: /^变动较大 1$/ }).click();
  const digest = await exported("digest");
  expect(digest).toContain("80000,40000,100");
  await moved.getByRole("link", { name: "审核" }).click();
  await expect(page.locator(".rdetail")).toContainText("T02-1");

  await page.evaluate(`window.location.hash = "#/review?unit=${UNIT}&tab=all&item=task:2"`);
  const mark = page.locator(".rdetail").getByRole("button", { name: "典型经验" });
  await mark.click();
  await expect(mark).toHaveAttribute("aria-pressed", "true");
  expect(await seriousFindings(page), "review").toEqual([]);
  await navigate(page, "监测与考核");
  await tab("典型经验");
  await expect(page.getByRole("article")).toContainText("带动配套企业 12 家");
  expect(await seriousFindings(page), "good practice").toEqual([]);
  await page.getByRole("searchbox").fill("没有的字");
  await expect(page.getByText("没有找到“没有的字”")).toBeVisible();
  await page.getByRole("searchbox").fill("丰城");
  await expect(page.getByRole("article")).toHaveCount(1);
  expect(await exported("practice")).toContain("链主企业挂牌");
  await page.getByRole("button", { name: /从典型经验拿出来/ }).click();
  await expect(page.getByRole("heading", { name: "还没有典型经验" })).toBeVisible();

  await tab("考核");
  await expect(page.getByText(/通知没有给出考核的权重/)).toBeVisible();
  expect(await seriousFindings(page), "no weights").toEqual([]);
  await page.getByRole("button", { name: "录入考核办法" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "保存办法" }).click();
  await expect(dialog.getByRole("alert")).toContainText("至少填一项");
  await dialog.getByRole("combobox").first().click();
  await page.getByRole("option", { name: "增速" }).click();
  await dialog.getByRole("textbox").first().fill("六十");
  await dialog.getByRole("button", { name: "保存办法" }).click();
  await expect(dialog.getByRole("alert")).toContainText("请填数字");
  await dialog.getByRole("textbox").first().fill("60");
  await dialog.getByRole("textbox").nth(1).fill("9");
  await dialog.getByLabel("按时率的权重").fill("40");
  await dialog.getByLabel("未报的").fill("0.5");
  await dialog.getByRole("button", { name: "加一等" }).click();
  await dialog.getByLabel("第1等的名称").fill("样例等");
  await dialog.getByLabel("第1等几分起").fill("80");
  expect(await seriousFindings(page), "weights").toEqual([]);
  await dialog.getByRole("button", { name: "保存办法" }).click();
  await expect(page.getByText("满分 100 分")).toBeVisible();
  await expect(page.getByRole("row", { name: /丰城市.*40\.00.*没有已接收的数/ })).toBeVisible();
  await page
    .getByRole("row", { name: /丰城市/ })
    .getByRole("button")
    .click();
  await expect(page.getByRole("complementary")).toContainText("40.00 / 100");
  expect(await seriousFindings(page), "scores").toEqual([]);
  const scores = await exported("scores");
  expect(scores).toContain("按时率：权重 40");
  expect(scores).toContain("不按 0 分");
  expect(complaints).toEqual([]);
});
