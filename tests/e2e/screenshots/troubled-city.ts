import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeExchange } from "#main/engine/exchange/exchange.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { storePlan } from "#main/engine/plan/plans.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { writeFact } from "#main/store/facts.ts";
import {
  judge,
  makeCity,
  must,
  receiptFor,
  removeCity,
  revenue,
  save,
  Scene,
  seal,
  take,
} from "../../support/workspaces.ts";

/**
 * A city on a bad day: two laptops that wrote on in the same texts, two PCs of the office that judged apart, a package
 * that came before the one it stands on, one for a plan that is not here yet, one that was spoilt on the way. Figures
 * are samples and every workspace is marked so.
 */

export const BAD_DAY = "2024-04-12T06:03:22.000Z";
export const MARCH = "2024-03";
export const TONGGU = "360926";
export const GAOAN = "360983";
export const UNDECIDED = "indicator:T03-1";
export const INCOMPLETE = "indicator:T04-1";

export interface TroubledCity {
  readonly county: string;
  readonly office: string;
  readonly folder: string;
  readonly close: () => void;
}

export async function troubledCity(): Promise<TroubledCity> {
  const city = await makeCity({
    tonggu: TONGGU,
    second: TONGGU,
    gaoan: GAOAN,
    fengxin: "360921",
    colleague: "360900",
  });
  const scene = new Scene(city);
  const names = ["tonggu", "second", "gaoan", "fengxin", "colleague"] as const;
  const [tonggu, second, gaoan, fengxin, colleague] = names.map((name) => sampled(scene.laptop(name)));
  if (!tonggu || !second || !gaoan || !fengxin || !colleague) throw new Error("a laptop is missing");
  const office = sampled(scene.office());
  scene.clock.set("2024-04-08T02:10:00.000Z");
  await writeOnApart(scene, office, tonggu, second);
  scene.clock.set("2024-04-09T03:20:00.000Z");
  await judgeApart(scene, office, colleague, gaoan);
  scene.clock.set("2024-04-10T01:40:00.000Z");
  await sendSecondFirst(scene, office, gaoan);
  scene.clock.set("2024-04-11T07:30:00.000Z");
  await sendForNewerPlan(scene, office, fengxin);
  for (const session of [tonggu, second, gaoan, fengxin, colleague, office]) closeSession(session);
  return {
    county: tonggu.dir,
    office: office.dir,
    folder: scene.folder,
    close: () => {
      scene.close();
      removeCity(city);
    },
  };
}

function sampled(session: Session): Session {
  writeFact(session.db, "sample", "yes");
  return session;
}

const TEXT = {
  status: "in-progress",
  progress: "1—2月，样例项目签约 5 个，开工 3 个。",
  problems: "部分项目用地手续未办结。",
  next: "三月底前完成土地出让。",
} as const;

/** Both laptops start from one text; each then writes on in members of its own, and in one together. */
async function writeOnApart(scene: Scene, office: Session, first: Session, second: Session): Promise<void> {
  save(first, MARCH, { "task:2": TEXT });
  const start = await seal(first, MARCH, scene.out());
  await take(office, [start.file]);
  await take(second, [must(await writeExchange(first, scene.out(), { encrypt: false })).file]);
  save(first, MARCH, {
    "task:2": {
      ...TEXT,
      progress: "1—3月，样例项目签约 7 个，开工 4 个。",
    },
  });
  save(second, MARCH, {
    "task:2": {
      ...TEXT,
      problems: "用地手续已办结；两个项目用电缺口未落实。",
    },
  });
  for (const laptop of [first, second]) await take(office, [(await seal(laptop, MARCH, scene.out())).file]);
  await take(first, [must(await writeExchange(second, scene.out(), { encrypt: false })).file]);
}

async function judgeApart(scene: Scene, office: Session, colleague: Session, laptop: Session): Promise<void> {
  save(laptop, MARCH, { [UNDECIDED]: revenue("738260.51") });
  const { file } = await seal(laptop, MARCH, scene.out());
  for (const pc of [office, colleague]) await take(pc, [file]);
  judge(office, "accepted", [laptop.unit, MARCH, UNDECIDED]);
  judge(colleague, "returned", [laptop.unit, MARCH, UNDECIDED], "与统计局月报差 12.4%，请核对。");
  const sent = must(await writeOfficeExchange(colleague, scene.out(), { encrypt: false, all: true }));
  await take(
    office,
    sent.map((bundle) => bundle.file),
  );
}

async function sendSecondFirst(scene: Scene, office: Session, laptop: Session): Promise<void> {
  save(laptop, MARCH, { [INCOMPLETE]: revenue("352914.15") });
  const lost = await seal(laptop, MARCH, scene.out());
  // The office answered the earlier package before it had to fall back on a backup: nobody sends it again.
  const before = scene.copyOf(office);
  await take(before, [lost.file]);
  await take(laptop, [(await receiptFor(before, laptop.unit, scene.out())).file]);
  save(laptop, MARCH, {
    [INCOMPLETE]: { ...revenue("353014.15"), correction: "other", note: "样例：补记一户" },
  });
  const { file } = await seal(laptop, MARCH, scene.out());
  await take(office, [file]);
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const spoilt = join(scene.out(), "途中改过的包.tzb");
  writeFileSync(spoilt, bytes);
  await take(office, [spoilt]);
}

/** The office's other PC has published the next plan already; a county took it and reported by it. */
async function sendForNewerPlan(scene: Scene, office: Session, laptop: Session): Promise<void> {
  const press = scene.copyOf(office);
  const plan = { ...press.plan, version: press.plan.version + 1 };
  storePlan(press.db, plan, null);
  press.plan = plan;
  await take(laptop, [must(await publishPlan(press, scene.out())).file]);
  save(laptop, MARCH, { "indicator:T06-1": revenue("186702.93") });
  await take(office, [(await seal(laptop, MARCH, scene.out())).file]);
}
