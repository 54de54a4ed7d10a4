import { join } from "node:path";
import { test } from "@playwright/test";
import { openDesk, picks, type Desk } from "../support/desk.ts";
import { sampleCity, TODAY, type SampleCity } from "./sample-city.ts";
import { shootAll, type Shot } from "./shoot.ts";

let city: SampleCity;
let desk: Desk | undefined;

test.beforeAll(async () => {
  city = await sampleCity();
});
test.afterEach(() => desk?.app.close());
test.afterAll(() => city.close());

test("a second PC's first start", async () => {
  desk = await openDesk(join(city.folder, "second-pc"), TODAY);
  await picks(desk, [city.planFile]);
  await shootAll(desk, "office", [
    {
      name: "first-start",
      reach: async (page, t) => {
        await page.getByText(t("firstStart:office"), { exact: true }).click();
        await page.getByText(t("firstStart:officeJoin"), { exact: true }).click();
      },
      ready: (page, t) => page.getByText(t("firstStart:compareTitle")),
    },
  ]);
});

const pages: readonly Shot[] = [
  { name: "home", route: "home", ready: (page) => page.locator(".main table tbody tr").first() },
  {
    name: "inbox",
    route: "inbox",
    reach: (page, t) =>
      page
        .locator("tbody tr")
        .filter({ hasText: t("inbox:status.rejected") })
        .first()
        .click(),
    ready: (page) => page.locator("aside").first(),
  },
  {
    name: "review",
    route: "review?unit=360983",
    ready: (page) => page.locator(".rdetail"),
  },
  {
    name: "review-by-item",
    route: "review?by=item&tab=all",
    ready: (page) => page.locator(".rdetail"),
  },
  {
    name: "review-locked",
    route: "review?unit=360926&tab=all",
    ready: (page) => page.locator(".main h2").first(),
  },
  { name: "conflict", route: "conflict", ready: (page) => page.locator(".sides").first() },
  { name: "rollup", route: "rollup", ready: (page) => page.locator(".rollgrid tbody .figure").first() },
  {
    name: "rollup-trace",
    route: "rollup",
    reach: (page) => page.locator(".rollgrid tbody .figure").nth(1).click(),
    ready: (page) => page.getByRole("dialog").locator("tbody tr, li").first(),
  },
  { name: "years", route: "rollup?view=years", ready: (page) => page.locator(".years tbody tr").first() },
  { name: "tasks", route: "rollup?view=tasks", ready: (page) => page.locator(".board tbody tr").first() },
  {
    name: "double-keys",
    route: "rollup?view=double-keys",
    ready: (page) => page.locator(".main .card, .main .empty").first(),
  },
  {
    name: "snapshots",
    route: "rollup?view=snapshots",
    ready: (page) => page.locator(".main .card, .main .empty").first(),
  },
  { name: "entry", route: "entry", ready: (page) => page.locator(".grid__line").first() },
  {
    name: "completeness",
    route: "completeness",
    reach: (page) => page.locator(".completeness__map tbody .cheat--conflict").first().click(),
    ready: (page) => page.locator(".completeness__panel"),
  },
  {
    name: "completeness-items",
    route: "completeness?view=items",
    ready: (page) => page.locator(".completeness__items tbody button").first(),
  },
  {
    name: "monitoring",
    route: "monitoring",
    ready: (page) => page.locator(".monitoring-lines tbody tr").first(),
  },
  {
    name: "evaluation",
    route: "monitoring?view=evaluation",
    ready: (page, t) => page.getByText(t("evaluation:none")),
  },
  {
    name: "exemplary",
    route: "monitoring?view=exemplary",
    ready: (page, t) => page.getByText(t("exemplary:none")),
  },
  {
    name: "publish",
    route: "rollup",
    reach: async (page, t) => {
      const named = t("rollup:publishChangeOf", { name: "" });
      await page
        .getByRole("button", { name: new RegExp(named.trim()) })
        .first()
        .click();
    },
    ready: (page) => page.getByRole("dialog"),
  },
  {
    name: "units",
    route: "devices",
    reach: (page, t) =>
      page
        .getByRole("row")
        .filter({ hasText: t("devices:state.requested") })
        .first()
        .click(),
    ready: (page, t) => page.getByText(t("devices:callTitle")),
  },
  {
    name: "units-revoked",
    route: "devices",
    reach: (page, t) =>
      page
        .getByRole("row")
        .filter({ hasText: t("devices:state.revoked") })
        .first()
        .click(),
    ready: (page) => page.locator("aside").first(),
  },
  {
    name: "units-code",
    route: "devices",
    reach: (page, t) => page.getByRole("button", { name: t("devices:showCode") }).click(),
    ready: (page) => page.getByRole("dialog").getByRole("img"),
  },
  { name: "plan", route: "plan", ready: (page) => page.locator(".main table tbody tr, .main h1").first() },
  {
    name: "plan-units",
    route: "plan?view=units",
    ready: (page) => page.locator(".plan-matrix tbody tr").first(),
  },
  {
    name: "plan-targets",
    route: "plan?view=targets",
    ready: (page) => page.locator(".plan-targets input").first(),
  },
  {
    name: "plan-deadlines",
    route: "plan?view=deadlines",
    ready: (page) => page.locator(".plan-even input").first(),
  },
  {
    name: "plan-versions",
    route: "plan?view=versions",
    ready: (page, t) => page.getByText(t("planEdit:loadText")),
  },
  { name: "print", route: "paper", ready: (page) => page.locator(".preview__page[aria-busy=false]").first() },
  {
    name: "settings",
    route: "settings",
    ready: (page, t) => page.getByRole("heading", { name: t("settings:keys") }),
  },
];

test("the office's pages", async () => {
  desk = await openDesk(join(city.folder, "office-home"), TODAY, ["--workspace", city.office]);
  await shootAll(desk, "office", pages);
});
