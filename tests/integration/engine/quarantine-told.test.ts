import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inboxList } from "#main/engine/inbox/inbox.ts";
import { officeHome } from "#main/engine/review/office-home.ts";
import { markTold } from "#main/engine/inbox/quarantine.ts";
import { retryAside } from "#main/engine/inbox/retry-aside.ts";
import type { Session } from "#main/engine/session.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, digestOf, must, revenue, save, seal, take, tryOut } from "../../support/workspaces.ts";

/** 已告知: of a refused file the coordinator has told the county, and nothing reminds of it any more. */

const PERIOD = periodSchema.parse("2024-03");

withCity({ one: "360981" });

const refusedAlerts = (office: Session): number =>
  must(officeHome(office, PERIOD)).alerts.filter(({ kind }) => kind === "rejected").length;
const refused = (office: Session) => inboxList(office).filter(({ status }) => status === "rejected");

function nonsense(name: string): string {
  const file = join(scene.out(), name);
  writeFileSync(file, `不是数据包：${name}`);
  return file;
}

it("quiets the alert of that file alone, keeps it listed with its reason, and can be taken back", async () => {
  const office = scene.office();
  const [first, second] = await take(office, [nonsense("甲.tzb"), nonsense("乙.tzb")]);
  expect(refusedAlerts(office)).toBe(2);
  const quarantine = first?.quarantine ?? "";
  const before = digestOf(office);
  scene.clock.set("2024-05-06T02:00:00.000Z");
  must(markTold(office, { quarantine, told: true }));
  expect(refusedAlerts(office)).toBe(1);
  expect(refused(office)).toHaveLength(2);
  const told = { by: office.officer, at: "2024-05-06T02:00:00.000Z" };
  const listed = (name: string | undefined) => refused(office).find((report) => report.quarantine === name);
  expect(listed(quarantine)).toMatchObject({ status: "rejected", reason: "not-a-bundle", told });
  expect(listed(second?.quarantine)?.told).toBeUndefined();
  // Nothing of it is signed.
  expect(digestOf(office)).toBe(before);
  must(markTold(office, { quarantine, told: false }));
  expect(refusedAlerts(office)).toBe(2);
  expect(listed(quarantine)?.told).toBeUndefined();
});

it("names a file alike when it is tried, merged and listed, and stays told when it is read again", async () => {
  const office = scene.office();
  const file = nonsense("甲.tzb");
  const [tried] = await tryOut(office, [file]);
  const [taken] = await take(office, [file]);
  expect(tried?.quarantine).toMatch(/^[0-9a-f]{64}$/u);
  expect([taken?.quarantine, refused(office)[0]?.quarantine]).toEqual([tried?.quarantine, tried?.quarantine]);
  must(markTold(office, { quarantine: tried?.quarantine ?? "", told: true }));
  await take(office, [file]);
  must(await retryAside(office));
  expect(refused(office)[0]?.told).toBeDefined();
  expect(refusedAlerts(office)).toBe(0);
});

it("says nothing of it any more once the file is merged after all", async () => {
  const [office, laptop] = [scene.office(), scene.laptop("one")];
  save(laptop, PERIOD, { "indicator:T02-1": revenue("100") });
  const bundle = await seal(laptop, PERIOD, scene.out(), true);
  const { keys } = office;
  // Keys of another computer: an office PC whose own were lost and replaced.
  office.keys = laptop.keys;
  const [report] = await take(office, [bundle.file]);
  const quarantine = report?.quarantine ?? "";
  must(markTold(office, { quarantine, told: true }));
  office.keys = keys;
  expect(must(await retryAside(office))).toEqual({ tried: 1, lifted: 1 });
  const [merged] = inboxList(office).filter(({ digest }) => digest === bundle.digest);
  expect(merged).toMatchObject({ status: "merged" });
  expect([merged?.told, merged?.quarantine]).toEqual([undefined, undefined]);
  expect(codeOf(markTold(office, { quarantine, told: true }))).toBe("invalid-input");
});

it("is the office's alone", async () => {
  const laptop = scene.laptop("one");
  const [report] = await take(laptop, [nonsense("甲.tzb")]);
  expect(codeOf(markTold(laptop, { quarantine: report?.quarantine ?? "", told: true }))).toBe("wrong-role");
});
