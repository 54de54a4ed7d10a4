import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { makeCity, removeCity, Scene, type City } from "./workspaces.ts";

/** The city of the test file that runs; `withCity` makes it. */
export let city: City;
/** Its copy for the test that runs: what one test does, the next does not see. */
export let scene: Scene;

/** Makes a city for the tests of this file, as `makeCity` does, and a scene for each of them. */
export function withCity(...made: Parameters<typeof makeCity>): void {
  beforeAll(async () => {
    city = await makeCity(...made);
  });
  afterAll(() => removeCity(city));
  beforeEach(() => {
    scene = new Scene(city);
  });
  afterEach(() => scene.close());
}
