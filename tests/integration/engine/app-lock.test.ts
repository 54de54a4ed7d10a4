import { expect, it } from "vitest";
import { engineContract } from "#shared/ipc/contract.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { createEngine } from "#main/engine/create-engine.ts";
import { officersOf, putOfficer, removeOfficer, switchOfficer } from "#main/engine/workspace/officers.ts";
import type { EngineHandlers } from "#main/engine/types.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  CONTEXT,
  dependencies,
  itemOf,
  must,
  PASSPHRASE,
  PEOPLE,
  revenue,
  save,
  seal,
} from "../../support/workspaces.ts";

withCity({ fengcheng: "360981" });

const PERIOD = periodSchema.parse("2024-03");

/** An engine with a copy of the laptop open, and where that lies. */
async function laptopEngine(): Promise<{ engine: EngineHandlers; dir: string }> {
  const { dir } = scene.laptop("fengcheng");
  const engine = createEngine(dependencies(scene.clock));
  must(await engine["workspace.open"]({ dir }, CONTEXT));
  return { engine, dir };
}

/** Every channel that the engine answers, with input that none of them gets to look at. */
async function refusals(engine: EngineHandlers): Promise<Map<string, string>> {
  const open = new Set(["workspace.info", "workspace.close", "keys.unlock"]);
  const codes = new Map<string, string>();
  for (const channel of Object.keys(engineContract).filter((name) => !open.has(name))) {
    const handler: unknown = Reflect.get(engine, channel);
    if (typeof handler !== "function") throw new Error(`no handler ${channel}`);
    codes.set(channel, codeOf(await Reflect.apply(handler, engine, [{}, CONTEXT])));
  }
  return codes;
}

it("a locked engine refuses everything but saying whose it is and taking the passphrase, also after a restart", async () => {
  const { engine, dir } = await laptopEngine();
  must(await engine["keys.unlock"]({ passphrase: PASSPHRASE }, CONTEXT));
  expect(must(await engine["workspace.lock"]({}, CONTEXT))).toMatchObject({ locked: true, unlocked: false });
  expect(new Set((await refusals(engine)).values())).toEqual(new Set(["app-locked"]));

  must(await engine["workspace.close"]({}, CONTEXT));
  const again = createEngine(dependencies(scene.clock));
  expect(must(await again["workspace.open"]({ dir }, CONTEXT))).toMatchObject({ locked: true });
  expect(codeOf(await again["entry.grid"]({ period: PERIOD }, CONTEXT))).toBe("app-locked");
  expect(codeOf(await again["keys.unlock"]({ passphrase: "不是这个口令呀呀呀" }, CONTEXT))).toBe(
    "wrong-passphrase",
  );
  expect(codeOf(await again["entry.grid"]({ period: PERIOD }, CONTEXT))).toBe("app-locked");
  expect(must(await again["keys.unlock"]({ passphrase: PASSPHRASE }, CONTEXT))).toMatchObject({
    locked: false,
    unlocked: true,
  });
  expect(codeOf(await again["entry.grid"]({ period: PERIOD }, CONTEXT))).toBe("ok");
  must(await again["workspace.close"]({}, CONTEXT));
});

it("locks after ten minutes unless told otherwise, and not at all where there is no key", async () => {
  const { engine } = await laptopEngine();
  expect(must(await engine["workspace.info"]({}, CONTEXT)).lockAfter).toBe("10");
  expect(must(await engine["workspace.lockAfter"]({ after: "never" }, CONTEXT)).lockAfter).toBe("never");
  must(await engine["workspace.close"]({}, CONTEXT));

  const keyless = createEngine(dependencies(scene.clock));
  const made = await keyless["workspace.create"](
    { role: "reporter", dir: scene.out(), unit: unitKeySchema.parse("360981"), name: "填报人甲" },
    CONTEXT,
  );
  expect(must(made)).toMatchObject({ lockAfter: null, locked: false });
  expect(codeOf(await keyless["workspace.lock"]({}, CONTEXT))).toBe("no-key");
  must(await keyless["workspace.close"]({}, CONTEXT));
});

it("whoever works now is the author of what is typed", () => {
  const laptop = scene.laptop("fengcheng");
  expect(officersOf(laptop)).toEqual([{ name: "填报人甲", roles: ["filler"] }]);
  expect(codeOf(switchOfficer(laptop, "填报人丁"))).toBe("unknown-officer");
  must(putOfficer(laptop, { name: "填报人丁", roles: ["reviewer", "filler"] }));
  must(switchOfficer(laptop, "填报人丁"));
  save(laptop, PERIOD, { "indicator:T02-1": revenue("1") });
  expect(itemOf(laptop, PERIOD, "indicator:T02-1").author).toBe("填报人丁");
  expect(codeOf(removeOfficer(laptop, "填报人丁"))).toBe("officer-at-work");

  const again = scene.copyOf(laptop);
  expect(again.officer).toBe("填报人丁");
  expect(officersOf(again)).toContainEqual({ name: "填报人丁", roles: ["filler", "reviewer"] });
  must(removeOfficer(again, "填报人甲"));
  expect(officersOf(again)).toContainEqual({ name: "填报人甲", roles: [] });
});

it("names that signed off are offered next time, in the role they had", async () => {
  const laptop = scene.laptop("fengcheng");
  save(laptop, PERIOD, { [itemSchema.parse("indicator:T02-1")]: revenue("1") });
  await seal(laptop, PERIOD, scene.out());
  expect(officersOf(laptop)).toEqual(
    expect.arrayContaining([
      { name: PEOPLE.reviewer, roles: ["reviewer"] },
      { name: PEOPLE.head, roles: ["head"] },
    ]),
  );
});
