import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  makeCity,
  must,
  PASSPHRASE,
  receiptFor,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
  type City,
} from "../../support/workspaces.ts";
import { workspaceView } from "#main/engine/workspace/workspace-view.ts";
import { unlockSession } from "#main/engine/workspace/session-keys.ts";

/** What no file and no answer may hold. */
const SECRETS = [/AGE-SECRET-KEY-1/, /PRIVATE KEY/, new RegExp(PASSPHRASE, "u")];

let city: City;
beforeAll(async () => {
  city = await makeCity({ tonggu: "360926" });
});
afterAll(() => removeCity(city));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());
}

describe("secrets", () => {
  it("stand in no file that a workspace, a bundle or an exchange leaves behind", async () => {
    const scene = new Scene(city);
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    save(laptop, "2024-03", { "indicator:T02-1": revenue("10") });
    await take(office, [(await seal(laptop, "2024-03", scene.out(), true)).file]);
    await take(laptop, [(await receiptFor(office, "360926", scene.out(), true)).file]);
    for (const session of [laptop, office]) session.db.prepared("PRAGMA wal_checkpoint(TRUNCATE)").all();
    const files = filesUnder(city.folder);
    expect(files.length).toBeGreaterThan(10);
    expect(files.some((path) => path.endsWith("device.json"))).toBe(true);
    for (const path of files) {
      const text = readFileSync(path).toString("utf8");
      for (const secret of SECRETS) expect(text, path).not.toMatch(secret);
    }
    scene.close();
  });

  it("stand in no answer, whether it succeeds or fails", async () => {
    const scene = new Scene(city);
    const laptop = scene.laptop("tonggu");
    const answers = [
      workspaceView(laptop),
      await unlockSession(laptop, `${PASSPHRASE}!`),
      workspaceView(must(await unlockSession(laptop, PASSPHRASE))),
    ];
    for (const secret of SECRETS) expect(JSON.stringify(answers.slice(0, 1))).not.toMatch(secret);
    expect(JSON.stringify(answers[1])).toContain("wrong-passphrase");
    for (const secret of SECRETS) {
      expect(JSON.stringify(answers[1])).not.toMatch(secret);
      expect(JSON.stringify(answers[2])).not.toMatch(secret);
    }
    scene.close();
  });
});
