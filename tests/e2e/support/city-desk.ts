import { join } from "node:path";
import { test, type Page } from "@playwright/test";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { makeCity, removeCity, Scene, type City } from "../../support/workspaces.ts";
import { openDesk, type Desk } from "./desk.ts";

/** The city of the spec that runs; `withDesk` makes it. */
export let city: City;
/** Its copy, which the spec works in. */
export let scene: Scene;
/** The computer of this spec, with one of the scene's workspaces open. */
export let desk: Desk;
/** The window of that computer. */
export let page: Page;
/** Starts the app on that computer again, after it was closed or killed. */
export let startAgain: () => Promise<void>;

/** Makes a city with these laptops and opens the app at this moment, on the workspace that `arrange` answers. */
export function withDesk(
  at: string,
  laptops: Parameters<typeof makeCity>[0],
  arrange: (scene: Scene) => Session | Promise<Session>,
): void {
  const made = new AsyncDisposableStack();
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    city = made.adopt(await makeCity(laptops), removeCity);
    scene = made.adopt(new Scene(city), (opened) => opened.close());
    const workspace = await arrange(scene);
    closeSession(workspace);
    startAgain = async () => {
      desk = await openDesk(join(scene.folder, "desk"), at, ["--workspace", workspace.dir]);
      page = desk.page;
    };
    await startAgain();
    made.defer(() => desk.app.close());
  });
  test.afterAll(() => made.disposeAsync());
}
