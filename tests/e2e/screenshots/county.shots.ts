import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { filledWorkbook } from "../../support/filled-workbook.ts";
import { PASSPHRASE } from "../../support/workspaces.ts";
import { copyElsewhere, excelHtml } from "../support/clipboard.ts";
import { filesOn, openDesk, picks, stick, type Desk } from "../support/desk.ts";
import { sampleCity, TODAY, type SampleCity } from "./sample-city.ts";
import { shootAll, type Shot } from "./shoot.ts";

let city: SampleCity;
let desk: Desk | undefined;

test.beforeAll(async () => {
  city = await sampleCity();
});
test.afterEach(() => desk?.app.close());
test.afterAll(() => city.close());

async function openAt(home: string, args: readonly string[] = []): Promise<Desk> {
  desk = await openDesk(join(city.folder, home), TODAY, args);
  return desk;
}

test("first start", async () => {
  const opened = await openAt("newcomer");
  await picks(opened, [city.planFile]);
  await shootAll(opened, "county", [
    {
      name: "first-start",
      reach: async (page, t) => {
        await page.getByText(t("firstStart:reporter"), { exact: true }).click();
        await page.getByText(t("firstStart:planBundle"), { exact: true }).click();
      },
      ready: (page, t) => page.getByText(t("firstStart:compareTitle")),
    },
  ]);
});

const figures: readonly (readonly string[])[] = [["116.2041275"], ["107.9"], ["112.460933"], ["35.2"], ["/"]];

const pages: readonly Shot[] = [
  { name: "home", route: "home", ready: (page) => page.locator(".hero, .page h1").first() },
  { name: "entry", route: "entry", ready: (page) => page.locator("[role=gridcell].now").first() },
  {
    name: "entry-states",
    route: "entry",
    reach: async (page, t) => {
      await page.getByRole("button", { name: t("entry:more"), exact: true }).click();
      await page.getByRole("menuitem", { name: t("entry:legend") }).click();
    },
    ready: (page, t) => page.getByRole("dialog", { name: t("entry:legendTitle") }),
  },
  {
    name: "paste",
    route: "entry?item=indicator:T02-1",
    reach: async (page) => {
      await page.locator("#cell-indicator\\:T02-1-now").click();
      const block = figures.map((row) => [...row]);
      await copyElsewhere(page, { text: block.join("\n"), html: excelHtml(block) });
      await page.keyboard.press("Control+v");
    },
    ready: (page, t) => page.getByRole("dialog", { name: t("paste:title") }),
  },
  {
    name: "checks",
    route: "checks",
    ready: (page, t) => page.getByRole("heading", { name: t("checks:title") }),
  },
  {
    name: "tasks",
    route: "tasks",
    reach: (page) => page.locator(".tasks__list tbody tr").filter({ hasText: "T02-1" }).click(),
    ready: (page, t) => page.getByText(t("tasks:original")),
  },
  {
    name: "split",
    route: "tasks",
    reach: (page, t) => page.getByRole("button", { name: t("workbook:split"), exact: true }).click(),
    ready: (page) => page.getByRole("dialog").getByRole("listitem").first(),
  },
  {
    name: "workbook",
    route: "tasks",
    reach: (page, t) => page.getByRole("button", { name: t("workbook:takeIn"), exact: true }).click(),
    ready: (page, t) => page.getByRole("heading", { name: t("workbook:title") }),
  },
  { name: "registers", route: "registers", ready: (page) => page.locator(".main tbody tr").first() },
  { name: "conflict", route: "conflict", ready: (page) => page.locator(".sides").first() },
  { name: "submission", route: "submission", ready: (page) => page.locator(".sign-form") },
  {
    name: "review-copy",
    route: "submission",
    reach: (page, t) => page.getByRole("button", { name: t("submission:reviewCopy.show") }).click(),
    ready: (page) => page.locator(".review-changes"),
  },
  {
    name: "exchange",
    route: "submission?view=exchange",
    ready: (page, t) => page.getByText(t("submission:received")),
  },
  {
    name: "write-again",
    route: "submission?view=exchange",
    reach: (page, t) =>
      page
        .getByRole("button", { name: t("submission:writeAgain") })
        .first()
        .click(),
    ready: (page) => page.getByRole("dialog"),
  },
  {
    name: "exchange-dialog",
    route: "submission?view=exchange",
    reach: (page, t) =>
      page
        .getByRole("button", { name: t("submission:exchangeWith") })
        .first()
        .click(),
    ready: (page) => page.getByRole("dialog"),
  },
  { name: "print", route: "paper", ready: (page) => page.locator(".preview__page[aria-busy=false]").first() },
  {
    name: "settings",
    route: "settings",
    ready: (page, t) => page.getByRole("heading", { name: t("settings:keys") }),
  },
];

test("a county's pages", async () => {
  const opened = await openAt("county", ["--workspace", city.county]);
  await picks(opened, [await workbookBack(opened)]);
  await shootAll(opened, "county", pages);
  await submitOnce(opened);
  await shootAll(opened, "county", [
    {
      name: "lock",
      reach: async (page) => {
        await page.evaluate(`window.taizhang.invoke("workspace.lock", {})`);
        await page.reload();
      },
      ready: (page, t) => page.getByRole("heading", { name: t("officers:lockedTitle") }),
    },
  ]);
});

/** A department's workbook as it comes back: one figure, one that is no figure, one status that is none. */
async function workbookBack(opened: Desk): Promise<string> {
  const folder = stick(city.folder, "workbooks");
  const { page } = opened;
  await page.evaluate(`window.location.hash = "#/tasks"`);
  await page.getByRole("button", { name: "分办", exact: true }).click();
  await picks(opened, [folder]);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "写出工作簿", exact: true }).click();
  await expect(dialog).toContainText("已写出");
  const sent = filesOn(folder).find((file) => file.includes("未分办")) ?? "";
  return filledWorkbook(sent, [
    ["任务", "task:17", "状态", "推进中"],
    ["任务", "task:17", "本期进展", "样例：三个项目开工"],
    ["任务", "task:18", "状态", "差不多"],
    ["指标", "indicator:T05-2", "本期", "1234.5"],
    ["指标", "indicator:T07-2", "本期", "十二"],
  ]);
}

/** The page after submitting lives as long as the window: it changes its clothes by the menu. */
async function submitOnce(opened: Desk): Promise<void> {
  const { page } = opened;
  await page.evaluate(`window.taizhang.invoke("app.preferences", { language: "zh-CN", theme: "light" })`);
  await page.reload();
  await page.evaluate(`window.location.hash = "#/submission"`);
  await page.getByLabel("审核人").fill("审核人乙");
  await page.getByLabel("单位负责人").fill("负责人丙");
  await page.getByText(/^已核对 \d+ 项，与送审稿一致/).click();
  await picks(opened, [stick(city.folder, "U盘")]);
  await page.getByRole("button", { name: /选 U盘或文件夹/ }).click();
  await page.getByLabel("本机口令").fill(PASSPHRASE);
  await page.getByRole("button", { name: /^上报并写出/ }).click();
  await shootAll(
    opened,
    "county",
    [{ name: "submission-done", ready: (at, t) => at.getByText(t("submission:nextTitle")) }],
    "menu",
  );
}

test("a newer plan", async () => {
  const opened = await openAt("renewed", ["--workspace", city.renewed]);
  await shootAll(opened, "county", [
    { name: "plan-news", route: "plan-news", ready: (page) => page.locator(".plan-news__changes") },
  ]);
});
