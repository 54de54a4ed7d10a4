import { expect, it } from "vitest";
import { inboxList } from "#main/engine/inbox/inbox.ts";
import { retryAside } from "#main/engine/inbox/retry-aside.ts";
import { quarantined } from "#main/store/quarantined.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, digestOf, must, revenue, save, seal, take } from "../../support/workspaces.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

withCity({ one: "360981" });

const PERIOD = "2024-03";

it("takes what can be read now, under the time at which it first came, and leaves the rest aside", async () => {
  const [office, laptop] = [scene.office(), scene.laptop("one")];
  save(laptop, PERIOD, { "indicator:T02-1": revenue("100") });
  const bundle = await seal(laptop, PERIOD, scene.out(), true);
  const nonsense = join(scene.out(), "乱码.tzb");
  writeFileSync(nonsense, "不是数据包");
  const { keys } = office;
  // Keys of another computer: an office PC whose own were lost and replaced.
  office.keys = laptop.keys;
  const refused = await take(office, [bundle.file, nonsense]);
  expect(refused.map(({ reason }) => reason)).toEqual(["cannot-decrypt", "not-a-bundle"]);
  scene.clock.set("2024-06-01T01:00:00.000Z");
  expect(must(await retryAside(office))).toEqual({ tried: 2, lifted: 0 });
  expect(quarantined(office.db)).toHaveLength(2);
  office.keys = keys;
  expect(must(await retryAside(office))).toEqual({ tried: 2, lifted: 1 });
  expect(digestOf(office)).toBe(digestOf(laptop));
  expect(quarantined(office.db).map(({ reason }) => reason)).toEqual(["not-a-bundle"]);
  expect(inboxList(office).find(({ digest }) => digest === bundle.digest)).toMatchObject({
    status: "merged",
    receivedAt: "2024-04-03T01:05:00.000Z",
    warnings: [],
  });
  expect((await take(office, [bundle.file]))[0]?.status).toBe("duplicate");
});

it("asks for the keys first where an encrypted file lies aside", async () => {
  const [office, laptop] = [scene.office(), scene.laptop("one")];
  save(laptop, PERIOD, { "indicator:T02-1": revenue("100") });
  const bundle = await seal(laptop, PERIOD, scene.out(), true);
  office.keys = laptop.keys;
  await take(office, [bundle.file]);
  office.keys = null;
  expect(codeOf(await retryAside(office))).toBe("locked-key");
});
