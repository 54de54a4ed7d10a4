import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import readXlsxFile from "read-excel-file/node";
import type { Draft } from "#shared/checks/draft.ts";
import { judge, PASSPHRASE, revenue, save, seal, take } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { desk, page, scene, withDesk } from "./support/city-desk.ts";
import { filesOn, picks, stick } from "./support/desk.ts";

/** 汇总's sides in one walk: a key that two counties claim is settled, a version is frozen, a table is written. */

const PERIOD = "2024-03";
const ROW = "register:listed-companies/91360900MA35T0001X";
const company = (county: string): Draft => ({
  state: "in-force",
  fields: {
    name: "样例股份公司",
    stock_code: "600001",
    market: "sse",
    listed_on: "2020-05-06",
    county,
  },
});

withDesk("2024-04-05T01:00:00.000Z", { fengcheng: "360981", gaoan: "360983" }, async (scene) => {
  const office = scene.office();
  for (const [name, unit] of [
    ["fengcheng", "360981"],
    ["gaoan", "360983"],
  ] as const) {
    const laptop = scene.laptop(name);
    save(laptop, PERIOD, {
      [ROW]: company(unit),
      "indicator:T02-1": revenue("120000"),
      "task:2": { status: "in-progress", progress: "样例：项目已开工。" },
    });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    judge(office, "accepted", [unit, PERIOD, ROW, "indicator:T02-1", "task:2"]);
  }
  return office;
});

test("the office settles a double claim, freezes the period and writes a table", async () => {
  test.setTimeout(240_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.getByRole("navigation").getByRole("link", { name: "汇总" }).click();
  await expect(
    page
      .getByRole("img", { name: /各链累计与目标/ })
      .locator("svg path")
      .first(),
  ).toBeAttached();
  const chart = page.locator(".chart").first();
  await chart.getByRole("button", { name: "看表" }).click();
  await expect(chart.getByRole("row", { name: /新能源（锂电）.*24\.00/ })).toBeVisible();

  await page.getByRole("button", { name: "待核 1" }).click();
  await page.getByRole("button", { name: "核定", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox")).toHaveValue(/91360900MA35T0001X.*丰城市/);
  await dialog.getByRole("button", { name: "核定", exact: true }).click();
  await page.getByRole("textbox", { name: "本机口令" }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "解锁" }).click();
  await expect(page.getByText("已落定", { exact: true })).toBeVisible();
  await expect(page.getByRole("row", { name: /高安市.*丰城市.*样例汇总办.*核定/ })).toBeVisible();
  expect(await seriousFindings(page), "double keys").toEqual([]);

  await page.getByRole("button", { name: "汇总定稿" }).click();
  await expect(dialog.getByText(/个单位还没有全部接收/)).toBeVisible();
  await dialog.getByRole("textbox").fill("样例：用于3月份通报");
  await dialog.getByRole("button", { name: "定为第1版" }).click();
  await page.getByRole("button", { name: "定稿记录 1" }).click();
  await expect(page.getByRole("heading", { name: /第1版/ })).toBeVisible();
  await expect(page.getByText("定稿后无更正").first()).toBeVisible();
  await expect(page.getByText(/^已定稿第1版，4月5日/)).toBeVisible();
  await expect(page.getByRole("button", { name: "再定稿一次" })).toBeVisible();
  await expect(
    page
      .getByRole("region", { name: /汇总定稿第1版/ })
      .getByRole("row", { name: /T02-1 新能源（锂电）产业链营业收入 24\.00/ }),
  ).toBeVisible();
  expect(await seriousFindings(page), "snapshots").toEqual([]);

  await page.getByRole("button", { name: "任务进度" }).click();
  await page.getByRole("button", { name: /^推进中 2$/ }).click();
  await expect(page.getByRole("region", { name: "任务进度" }).locator("tbody tr")).toHaveCount(1);
  const folder = stick(scene.folder, "folder");
  await picks(desk, [folder]);
  await page.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  await expect.poll(() => filesOn(folder).length).toBe(1);
  expect(readFileSync(filesOn(folder)[0] ?? "", "utf8")).toContain("推进中");
  await page.getByRole("button", { name: "看图" }).click();
  await expect(page.getByRole("img").locator("svg path").first()).toBeAttached();
  expect(await seriousFindings(page), "task chart").toEqual([]);

  await page.getByRole("button", { name: "全年" }).click();
  await expect(page.getByRole("row", { name: /T02-1.*24\.00/ })).toBeVisible();
  expect(await seriousFindings(page), "years").toEqual([]);

  const rollupFolder = stick(scene.folder, "rollup");
  await picks(desk, [rollupFolder]);
  await page.getByRole("button", { name: "指标" }).click();
  await page.getByRole("button", { name: "导出" }).click();
  await expect(page.getByText("文件名：任务台账-汇总-2024-03")).toBeVisible();
  await page.getByRole("menuitem", { name: /XLSX/ }).click();
  await expect.poll(() => filesOn(rollupFolder).length).toBe(1);
  const sheets = await readXlsxFile(filesOn(rollupFolder)[0] ?? "");
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["汇总2024年3月", "各单位", "说明"]);
  expect(JSON.stringify(sheets[2]?.data)).toContain("已定稿第1版");
  expect(complaints).toEqual([]);
});
