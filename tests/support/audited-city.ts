import { revokeCertificate } from "#main/engine/trust/revocations.ts";
import type { Session } from "#main/engine/session.ts";
import type { SuiteName } from "#shared/bundle/identifiers.ts";
import { sampleCreditCode } from "#seeds/sample-869/rows.ts";
import { judge, makeCity, must, receiptFor, save, Scene, seal, take, type City } from "./workspaces.ts";

/**
 * A December to look back on: two counties' R&D accepted, one of them corrected since and waiting, 不涉及 of a third
 * waiting, a chain leader, one receipt sent, one laptop revoked after its bundle was merged. Sample figures.
 */

export const DECEMBER = "2024-12";
export const RD = "indicator:T17-4";
export const REVENUE = "indicator:T02-1";
export const LEADER = `register:chain-leaders/${sampleCreditCode("360981", 7)}`;

const rd = (spent: string, revenue: string) => ({ inputs: { rd_expenditure: spent, revenue } });
const leader = {
  name: "样例锂电有限公司",
  chain: "new-energy",
  stage: "certified",
  provincial_platform: "provincial",
};

export interface AuditedCity {
  readonly city: City;
  readonly scene: Scene;
  readonly office: Session;
  readonly fengcheng: Session;
}

export async function auditedCity(suite?: SuiteName): Promise<AuditedCity> {
  const city = await makeCity(
    { fengcheng: "360981", gaoan: "360983", tonggu: "360926" },
    { ...(suite && { suite }) },
  );
  const scene = new Scene(city);
  scene.clock.set("2025-09-20T04:00:00.000Z");
  const office = scene.office();
  const [fengcheng, gaoan, tonggu] = [
    scene.laptop("fengcheng"),
    scene.laptop("gaoan"),
    scene.laptop("tonggu"),
  ];
  const hand = async (laptop: Session): Promise<void> => {
    await take(office, [(await seal(laptop, DECEMBER, scene.out())).file]);
  };
  save(fengcheng, DECEMBER, {
    [RD]: rd("1600", "100000"),
    [REVENUE]: { inputs: { revenue: "120000.5", revenue_prior: "110000" } },
    [LEADER]: { fields: leader },
  });
  await hand(fengcheng);
  save(gaoan, DECEMBER, {
    [RD]: rd("900", "30000"),
    [REVENUE]: { inputs: { revenue: "80000.25", revenue_prior: "70000" } },
  });
  await hand(gaoan);
  judge(office, "accepted", ["360981", DECEMBER, RD, REVENUE, LEADER]);
  judge(office, "accepted", ["360983", DECEMBER, RD, REVENUE]);
  must(await revokeCertificate(office, 3, []));
  scene.clock.set("2025-09-21T01:00:00.000Z");
  await take(fengcheng, [(await receiptFor(office, "360981", scene.out())).file]);
  save(fengcheng, DECEMBER, { [RD]: rd("1700", "100000") });
  await hand(fengcheng);
  save(tonggu, DECEMBER, { [RD]: { notApplicable: "本县当年没有规上工业企业（样例）" } });
  await hand(tonggu);
  return { city, scene, office, fengcheng };
}
