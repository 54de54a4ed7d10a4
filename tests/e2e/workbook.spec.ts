import { expect, test } from "@playwright/test";
import { filledWorkbook } from "../support/filled-workbook.ts";
import { save } from "../support/workspaces.ts";
import { seriousFindings } from "./support/axe.ts";
import { city, desk, page, scene, withDesk } from "./support/city-desk.ts";
import { filesOn, navigate, picks, stick } from "./support/desk.ts";

/** A county hands its departments their part as workbooks, and takes a filled one back. */

withDesk("2024-04-03T09:05:00+08:00", { fengcheng: "360981" }, (scene) => {
  const laptop = scene.laptop("fengcheng");
  save(laptop, "2024-03", {
    "contact:2": { department: "发改委" },
    "contact:3": { department: "发改委、工信局" },
    "indicator:T03-1": { inputs: { revenue: "300" } },
  });
  return laptop;
});

test("workbooks go out and one comes back", async () => {
  const folder = stick(scene.folder, "workbooks");
  await navigate(page, "任务清单");

  await page.getByRole("button", { name: "分办" }).click();
  const handOut = page.getByRole("dialog");
  await expect(handOut.getByRole("listitem")).toContainText(["发改委", "工信局", "未分办"]);
  await picks(desk, [folder]);
  await handOut.getByRole("button", { name: "写出工作簿", exact: true }).click();
  await expect(handOut).toContainText("已写出 3 份工作簿");
  await page.keyboard.press("Escape");

  const sent = filesOn(folder).find((file) => file.includes("发改委")) ?? "";
  const back = await filledWorkbook(sent, [
    ["任务", "task:2", "状态", "推进中"],
    ["任务", "task:2", "本期进展", "样例：三个项目开工"],
    ["任务", "task:3", "状态", "差不多"],
    ["指标", "indicator:T02-1", "本期", "1234.5"],
    ["指标", "indicator:T03-1", "本期", "十二"],
  ]);
  await picks(desk, [back]);
  await page.getByRole("button", { name: "导入工作簿" }).click();
  const look = page.getByRole("dialog");
  await expect(look.getByRole("heading", { name: "写入前看一眼" })).toBeVisible();
  await expect(look).toContainText("填表人：填表人丁");
  await expect(look.getByRole("row", { name: "1234.5" })).toContainText("可写入");
  await expect(look.getByRole("row", { name: "十二" })).toContainText("不是数");
  await expect(look.getByRole("row", { name: "差不多" })).toContainText("不在可选项中");
  expect(await seriousFindings(page)).toEqual([]);

  await look.getByRole("checkbox", { name: "只看有问题的" }).click();
  await expect(look.getByRole("row", { name: "1234.5" })).toHaveCount(0);
  await look.getByRole("button", { name: "只写入无误的 2 项" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await navigate(page, "填报");
  await expect(page.getByText("1,234.5").first()).toBeVisible();
  await expect(page.getByText("样例：三个项目开工").first()).toBeVisible();

  await navigate(page, "任务清单");
  await page.getByRole("button", { name: "导入工作簿" }).click();
  await expect(look.getByText("相同不变")).toBeVisible();
  await expect(look.getByRole("row", { name: "1234.5" })).toHaveCount(0);
});

test("what is no workbook is refused with a sentence", async () => {
  await page.keyboard.press("Escape");
  await navigate(page, "任务清单");
  await picks(desk, [city.planFile]);
  await page.getByRole("button", { name: "导入工作簿" }).click();
  await expect(page.getByText("这个文件不是能读的工作簿")).toBeVisible();
});
