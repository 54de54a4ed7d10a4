import { join } from "node:path";
import { test, type Page } from "@playwright/test";
import type { Translate } from "#shared/i18n/words.ts";
import { PASSPHRASE } from "../../support/workspaces.ts";
import { openDesk, type Desk } from "../support/desk.ts";
import { shootAll, type Shot } from "./shoot.ts";
import {
  BAD_DAY,
  GAOAN,
  INCOMPLETE,
  MARCH,
  troubledCity,
  UNDECIDED,
  type TroubledCity,
} from "./troubled-city.ts";

let city: TroubledCity;
let desk: Desk | undefined;

test.beforeAll(async () => {
  city = await troubledCity();
});
test.afterEach(() => desk?.app.close());
test.afterAll(() => city.close());

const keys: Shot = {
  name: "keys",
  route: "settings",
  reach: (page, t) =>
    page.getByText(t("settings:keyStore"), { exact: true }).first().scrollIntoViewIfNeeded(),
  ready: (page, t) => page.getByRole("button", { name: t("settings:renewDo"), exact: true }),
};

const renewing: Shot = {
  name: "keys-renew",
  route: "settings",
  reach: (page, t) => page.getByRole("button", { name: t("settings:renewDo"), exact: true }).click(),
  ready: (page) => page.getByRole("dialog"),
};

const rowOf = (page: Page, word: string) => page.locator("tbody tr").filter({ hasText: word }).first();

const judged = (name: string, item: string): Shot => ({
  name,
  route: `review?unit=${GAOAN}&period=${MARCH}&tab=all&item=${encodeURIComponent(item)}`,
  ready: (page) => page.locator(".rdetail"),
});

const officePages: readonly Shot[] = [
  { name: "conflict-merged", route: "conflict", ready: (page) => page.locator(".sides").first() },
  judged("review-undecided", UNDECIDED),
  judged("review-incomplete", INCOMPLETE),
  {
    name: "inbox-held",
    route: "inbox",
    reach: (page: Page, t: Translate) => rowOf(page, t("inbox:status.held")).click(),
    ready: (page) => page.locator("aside").first(),
  },
  keys,
  renewing,
];

test("the office on a bad day", async () => {
  desk = await openDesk(join(city.folder, "office-home"), BAD_DAY, ["--workspace", city.office]);
  await shootAll(desk, "office", officePages);
});

test("a county on a bad day", async () => {
  const env = { TAIZHANG_KEY_STORE: "1" };
  desk = await openDesk(join(city.folder, "county-home"), BAD_DAY, ["--workspace", city.county], env);
  await desk.page.evaluate(
    `window.taizhang.invoke("keystore.remember", ${JSON.stringify({ passphrase: PASSPHRASE })})`,
  );
  await shootAll(desk, "county", [
    { name: "conflict-merged", route: "conflict", ready: (page) => page.locator(".sides").first() },
    keys,
    renewing,
  ]);
});
