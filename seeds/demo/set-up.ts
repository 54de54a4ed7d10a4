import { join } from "node:path";
import type { UnitKey } from "#shared/plan/ids.ts";
import { unitName } from "#shared/plan/units.ts";
import { ENROLLED, FILLER, SET_UP } from "./cast.ts";
import { claim, listOf, textOf } from "./hand.ts";
import { inTurn } from "./in-turn.ts";
import type { Play } from "./play.ts";

const PLAN_BUNDLE = join("bundles", "plan.tzb");

/** The office creates its workspace and publishes the plan. */
export async function setUpOffice(play: Play): Promise<void> {
  const { hand, tell } = play;
  tell.chapter("市级建立工作区，发布计划", "The office creates its workspace and publishes the plan");
  const name = ["--name", "市级汇总员（样例）", "--sample"];
  const office = await hand.json(SET_UP, ["workspace", "create", "office", "--role", "office", ...name]);
  play.fingerprint = textOf(office, "fingerprint");
  await hand.json(SET_UP, ["plan", "publish", "-w", "office", "--out", PLAN_BUNDLE]);
  await hand.json(SET_UP, ["verify", PLAN_BUNDLE], [1]);
  const verified = await hand.json(SET_UP, ["verify", PLAN_BUNDLE, "--trust", play.fingerprint]);
  claim(verified["ok"] === true, "the plan bundle does not verify");
  tell.line(
    "计划包由市级根密钥签名；不核对校验码，任何人都不能说它可信",
    "the plan is signed by the office's root; without a compared fingerprint nobody calls it trusted",
  );
  tell.plain([grouped(play.fingerprint)]);
}

/** Every unit's laptop asks, is asked back over the telephone, and is certified. */
export async function enrolUnits(play: Play): Promise<void> {
  const { tell, units, joining, plan } = play;
  const all = [...units, ...joining];
  tell.chapter(
    `${all.length} 个单位建立工作区，经电话核对后授权`,
    `${all.length} units set up a laptop each and are enrolled after a telephone check`,
  );
  await enrolLaptops(
    play,
    all.map((unit) => ({ unit, folder: unit })),
  );
  tell.line(
    `申请 → 电话核对设备号 → 授权 → 导入：${all.map((unit) => unitName(plan, unit)).join("、")}`,
    "request → device id compared over the telephone → grant → import; every private key stays on its laptop",
  );
}

export interface Laptop {
  readonly unit: UnitKey;
  readonly folder: string;
  /** The office it is enrolled with: its folder, plan bundle and fingerprint; the real one unless said. */
  readonly office?: { readonly folder: string; readonly plan: string; readonly fingerprint: string };
}

/** Laptops work side by side; the office grants one request after the other. */
export async function enrolLaptops({ hand, fingerprint }: Play, laptops: readonly Laptop[]): Promise<void> {
  const real = { folder: "office", plan: PLAN_BUNDLE, fingerprint };
  const asking = await inTurn(laptops, async ({ unit, folder, office = real }) => {
    const identity = ["--role", "reporter", "--unit", unit, "--name", FILLER, "--sample"];
    const trusted = ["--from", office.plan, "--trust", office.fingerprint];
    const created = await hand.json(SET_UP, ["workspace", "create", folder, ...identity, ...trusted]);
    const request = join("bundles", `${folder}-request.tzb`);
    await hand.json(ENROLLED, ["enrol", "request", "-w", folder, "--officer", FILLER, "--out", request]);
    return { folder, office: office.folder, request, device: textOf(created, "device") };
  });
  for (const { folder, office, request, device } of asking) {
    const confirmed = ["--confirm", device, "--out", grantOf(folder)];
    await hand.json(ENROLLED, ["enrol", "grant", request, "-w", office, ...confirmed]);
  }
  await inTurn(laptops, async ({ folder }) => {
    const taken = await hand.json(ENROLLED, ["import", grantOf(folder), "-w", folder]);
    claim(listOf(taken, "bundles")[0]?.["status"] === "merged", `the grant was not taken in: ${folder}`);
  });
}

const grantOf = (folder: string): string => join("bundles", `${folder}-grant.tzb.age`);

const grouped = (text: string): string => (text.match(/.{4}/g) ?? []).join(" ");
