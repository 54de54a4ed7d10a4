import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { closeSession } from "#main/engine/workspace.ts";
import {
  makeCity,
  PASSPHRASE,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../support/workspaces.ts";
import { openDesk, type Desk } from "./support/desk.ts";

/** 审核 by keyboard: judging, and taking it back. */

let city: City;
let scene: Scene;
let desk: Desk | undefined;

test.beforeAll(async () => {
  city = await makeCity({ tonggu: "360926" });
  scene = new Scene(city);
});
test.afterAll(async () => {
  await desk?.app.close();
  scene.close();
  removeCity(city);
});

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
