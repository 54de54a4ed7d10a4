import { join } from "node:path";
import type { UnitKey } from "#shared/plan/ids.ts";
import { ENROLLED, FILLER, SET_UP, type Cast } from "./cast.ts";
import { claim, handIn, textOf } from "./command.ts";
import type { Narrator } from "./narrator.ts";

/** The office creates its workspace and publishes the plan; every unit's laptop is enrolled. */
export async function setUp(cast: Cast, tell: Narrator): Promise<string> {
  const hand = handIn(cast.dir);
  tell.chapter("市级建立工作区，发布计划", "The office creates its workspace and publishes the plan");
  const office = await hand.json(SET_UP, ["workspace", "create", "office", "--role", "office", "--name", "市级汇总员（样例）", "--sample"]);
  const fingerprint = textOf(office, "fingerprint");
  await hand.json(SET_UP, ["plan", "publish", "-w", "office", "--out", "bundles/plan.tzb"]);
  tell.line(`校验码 ${grouped(fingerprint)}`, `fingerprint ${grouped(fingerprint)}`);

  tell.chapter(`${cast.units.length} 个单位建立工作区，经电话核对授权`, `${cast.units.length} units are enrolled after a telephone check`);
  // One office, one telephone: laptops are enrolled one after the other.
  for (const unit of cast.units) await enrolLaptop(cast, unit, unit, fingerprint);
  tell.line("每台电脑：申请 → 核对设备号 → 授权 → 导入", "each laptop: request → device id compared → grant → import");
  return fingerprint;
}

/** One laptop of a unit, in a workspace folder of its own. */
export async function enrolLaptop(cast: Cast, unit: UnitKey, folder: string, fingerprint: string): Promise<void> {
  const hand = handIn(cast.dir);
  const created = await hand.json(SET_UP, [
    ...["workspace", "create", folder, "--role", "reporter", "--unit", unit, "--name", FILLER, "--sample"],
    ...["--from", "bundles/plan.tzb", "--trust", fingerprint],
  ]);
  const request = join("bundles", `${folder}-request.tzb`);
  const grant = join("bundles", `${folder}-grant.tzb.age`);
  await hand.json(ENROLLED, ["enrol", "request", "-w", folder, "--officer", FILLER, "--out", request]);
  await hand.json(ENROLLED, ["enrol", "grant", request, "-w", "office", "--confirm", textOf(created, "device"), "--out", grant]);
  const taken = await hand.json(ENROLLED, ["import", grant, "-w", folder]);
  claim(Array.isArray(taken["bundles"]), "the grant was not taken in");
}

const grouped = (text: string): string => (text.match(/.{4}/g) ?? []).join(" ");
