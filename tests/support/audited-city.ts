import { closeSession } from "#main/engine/workspace.ts";
import type { Session } from "#main/engine/session.ts";
import type { SuiteName } from "#shared/bundle/identifiers.ts";
import { judge, makeCity, receiptFor, save, Scene, seal, take, type City } from "./workspaces.ts";

/**
 * A small city with a December to look back on: three counties' R&D of the year, one corrected and not judged yet,
 * one 核定 by nobody, an earlier receipt, a register row, a second laptop that was revoked later. Sample figures.
 */

export const DECEMBER = "2024-12";
export const RD = "indicator:T17-4";
export const LEADER = "register:chain-leaders/91360900MA35000015";

const rd = (spent: string, revenue: string) => ({ inputs: { rd_expenditure: spent, revenue } });

export interface AuditedCity {
  readonly city: City;
  readonly scene: Scene;
  readonly office: Session;
  readonly fengcheng: Session;
}

export async function auditedCity(suite?: SuiteName): Promise<AuditedCity> {
  const city = await makeCity({ fengcheng: "360981", gaoan: "360983", tonggu: "360926" }, suite);
  const scene = new Scene(city);
  scene.clock.set("2025-09-20T04:00:00.000Z");
  const office = scene.office();
  const [fengcheng, gaoan, tonggu] = ["fengcheng", "gaoan", "tonggu"].map((name) => scene.laptop(name));
  if (!fengcheng || !gaoan || !tonggu) throw new Error("a laptop is missing");
  const hand = async (laptop: Session): Promise<void> => {
    await take(office, [(await seal(laptop, DECEMBER, scene.out())).file]);
  };
  save(fengcheng, DECEMBER, { [RD]: rd("1600", "100000") });
  await hand(fengcheng);
  save(gaoan, DECEMBER, { [RD]: rd("900", "30000") });
  await hand(gaoan);
  judge(office, "accepted", ["360981", DECEMBER, RD]);
  judge(office, "accepted", ["360983", DECEMBER, RD]);
  scene.clock.set("2025-09-21T01:00:00.000Z");
  await take(fengcheng, [(await receiptFor(office, "360981", scene.out())).file]);
  save(fengcheng, DECEMBER, { [RD]: { ...rd("1700", "100000"), correction: "prior-correction" } });
  await hand(fengcheng);
  save(tonggu, DECEMBER, { [RD]: { notApplicable: "本县当年没有规上工业企业（样例）" } });
  await hand(tonggu);
  closeSession(gaoan);
  return { city, scene, office, fengcheng };
}
