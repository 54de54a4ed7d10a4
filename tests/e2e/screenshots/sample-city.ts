import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { indicatorDraftSchema, type Draft } from "#shared/checks/draft.ts";
import { entriesFileSchema, entriesToDrafts } from "#shared/entries/entries-file.ts";
import { indicatorItem, taskItem } from "#shared/plan/item.ts";
import { decimalSchema, itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { sampleEntries } from "#seeds/sample-869/sample.ts";
import { addAttachments } from "#main/engine/attachments/add-attachments.ts";
import { createMemberWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { writeExchange } from "#main/engine/exchange/exchange.ts";
import { lockPeriod } from "#main/engine/period/period-lock.ts";
import { storePlan } from "#main/engine/plan/plans.ts";
import { publishFigure } from "#main/engine/rollup/publish-figure.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { noteReviewCopy } from "#main/engine/submission/review-copies.ts";
import { revokeCertificate } from "#main/engine/trust/revocations.ts";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { writeFact } from "#main/store/facts.ts";
import { certificates } from "#main/store/trust.ts";
import {
  dependencies,
  judge,
  makeCity,
  must,
  PASSPHRASE,
  receiptFor,
  removeCity,
  save,
  Scene,
  seal,
  take,
} from "../../support/workspaces.ts";

/**
 * A city in its sixth month: three periods settled, June in every state that a cell, a package or a computer can be
 * in. Figures are samples and every workspace is marked so.
 */

export const TODAY = "2024-07-20T06:03:22.000Z";
const JUNE = "2024-06";
const SETTLED = ["2024-03", "2024-04", "2024-05"] as const;
const FENGCHENG = "360981";
const UNITS = { fengcheng: FENGCHENG, gaoan: "360983", tonggu: "360926", jkq: "YC-JKQ" } as const;
const EVIDENCE = "样例项目开工照片.png";

export interface SampleCity {
  /** Workspace folders, ready to be opened by a window. */
  readonly county: string;
  readonly office: string;
  /** A county whose office has sent a newer plan. */
  readonly renewed: string;
  readonly planFile: string;
  readonly folder: string;
  readonly close: () => void;
}

export async function sampleCity(): Promise<SampleCity> {
  const city = await makeCity({ ...UNITS, second: FENGCHENG });
  const scene = new Scene(city);
  const office = sampled(scene.office());
  const laptops = Object.keys(UNITS).map((name) => sampled(scene.laptop(name)));
  for (const period of SETTLED) await settle(scene, office, laptops, period);
  const [fengcheng, gaoan, tonggu, jkq] = laptops;
  if (!fengcheng || !gaoan || !tonggu || !jkq) throw new Error("a laptop is missing");
  await reportJune(scene, office, fengcheng, sampled(scene.laptop("second")));
  await others(scene, office, { gaoan, tonggu, jkq });
  await newPlanFor(scene, office, gaoan);
  await askFor(scene, office, city);
  for (const session of [office, ...laptops]) closeSession(session);
  return {
    county: fengcheng.dir,
    office: office.dir,
    renewed: gaoan.dir,
    planFile: city.planFile,
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

const draftsOf = ({ plan, unit }: Session, period: string): Record<string, Draft> =>
  Object.fromEntries(
    entriesToDrafts(entriesFileSchema.parse(sampleEntries(plan, unit, periodSchema.parse(period)))).map(
      ({ item, draft }) => [item, draft],
    ),
  );

/** Only those that a person would have come to. */
const some = (drafts: Readonly<Record<string, Draft>>, isTaken: (item: string) => boolean) =>
  Object.fromEntries(Object.entries(drafts).filter(([item]) => isTaken(item)));

const hand = async (scene: Scene, from: Session, to: Session, period: string): Promise<string> => {
  const { file } = await seal(from, period, scene.out());
  await take(to, [file]);
  return file;
};

async function settle(scene: Scene, office: Session, laptops: readonly Session[], period: string) {
  const month = Number(period.slice(-2)) + 1;
  for (const [index, laptop] of laptops.entries()) {
    scene.clock.set(`2024-0${month}-0${3 + index}T02:10:00.000Z`);
    const drafts = draftsOf(laptop, period);
    save(laptop, period, drafts);
    await hand(scene, laptop, office, period);
    judge(office, "accepted", [laptop.unit, period, ...Object.keys(drafts)]);
    scene.clock.set(`2024-0${month}-0${4 + index}T08:20:00.000Z`);
    await take(laptop, [(await receiptFor(office, laptop.unit, scene.out())).file]);
  }
  must(
    lockPeriod(office, {
      period: periodSchema.parse(SETTLED[0]),
      units: laptops.map(({ unit }) => unitKeySchema.parse(unit)),
      outcome: "locked",
    }),
  );
}

const revenueOf = (id: string) => indicatorItem(id);
const isOneOf = (ids: readonly string[]) => (item: string) => ids.some((id) => item === revenueOf(id));

/** One county's June: two packages, a receipt between them, a second computer that saw another figure. */
async function reportJune(scene: Scene, office: Session, laptop: Session, second: Session): Promise<void> {
  const drafts = draftsOf(laptop, JUNE);
  const tasks = Object.keys(drafts).filter((item) => item.startsWith("task:"));
  scene.clock.set("2024-07-08T01:30:00.000Z");
  const sent = ["T01-1", "T03-1", "T04-1", "T06-1"];
  save(
    laptop,
    JUNE,
    some(drafts, (item) => isOneOf(sent)(item) || tasks.slice(0, 6).includes(item)),
  );
  await hand(scene, laptop, office, JUNE);
  save(second, JUNE, {
    [revenueOf("T04-1")]: { inputs: { revenue: "448206.73", revenue_prior: "421770.2" } },
  });
  await hand(scene, second, office, JUNE);
  scene.clock.set("2024-07-12T03:00:00.000Z");
  const at = [FENGCHENG, JUNE] as const;
  judge(office, "accepted", [...at, revenueOf("T01-1"), ...tasks.slice(0, 5)]);
  judge(office, "returned", [...at, revenueOf("T03-1")], "与统计局月报差 12.4%，请核对是否含样例园区企业。");
  judge(office, "returned", [...at, revenueOf("T06-1")], "上年同期口径与上月不同，请写明调整原因。");
  await take(laptop, [(await receiptFor(office, FENGCHENG, scene.out())).file]);
  scene.clock.set("2024-07-15T07:40:00.000Z");
  const { file } = must(await writeExchange(second, scene.out(), { encrypt: false }));
  await take(laptop, [file]);
  save(laptop, JUNE, {
    [revenueOf("T06-1")]: otherwise(drafts[revenueOf("T06-1")], "样例：上年同期按可比口径调减两户"),
    [revenueOf("T08-1")]: drafts[revenueOf("T08-1")] ?? null,
    ...some(drafts, (item) => tasks.slice(6, 14).includes(item)),
  });
  await hand(scene, laptop, office, JUNE);
  scene.clock.set("2024-07-20T05:50:00.000Z");
  await unfinished(scene, laptop, drafts);
}

/** What lies open on the day of the pictures. */
async function unfinished(scene: Scene, laptop: Session, drafts: Readonly<Record<string, Draft>>) {
  const [picture] = addAttachments(laptop, [evidenceIn(scene)]).added;
  save(laptop, JUNE, {
    [revenueOf("T02-1")]: drafts[revenueOf("T02-1")] ?? null,
    [revenueOf("T05-1")]: { inputs: { revenue: "38,61二.5", revenue_prior: "361204.2" } },
    [revenueOf("T07-1")]: { inputs: { revenue: "9820416.5", revenue_prior: "411208.9" } },
    [revenueOf("T09-1")]: { notApplicable: "本地无规模以上纺织鞋服企业（样例）" },
    [taskItem(15)]: {
      status: "in-progress",
      progress: "1—6月，征集技术需求 14 项，发布榜单 3 项；样例项目开工，照片附后（样例）。",
      problems: "需求与高校成果匹配度不高。",
      next: "组织专家下企业凝练需求。",
      evidence: picture === undefined ? [] : [picture],
    },
    [taskItem(16)]: { status: "completed", progress: "样例：全部放款到位。" },
    "contact:2": { department: "发改委", leader: "负责人丙", person: "填报人甲", phone: "0795-0000002" },
    "contact:3": { department: "工信局", person: "填报人丁" },
  });
  must(noteReviewCopy(laptop, periodSchema.parse(JUNE)));
  save(laptop, JUNE, {
    [revenueOf("T02-1")]: otherwise(drafts[revenueOf("T02-1")], "样例：补记一户"),
  });
}

/** The same answer with a little more revenue, and why. */
function otherwise(draft: Draft | undefined, note: string): Draft {
  const { inputs } = indicatorDraftSchema.parse(draft);
  return {
    inputs: { ...inputs, revenue: String(Math.round(Number(inputs?.["revenue"]) * 100 + 121_350) / 100) },
    note,
  };
}

function evidenceIn(scene: Scene): string {
  const file = join(scene.out(), EVIDENCE);
  const picture = join(
    import.meta.dirname,
    "..",
    "..",
    "..",
    "docs",
    "screenshots",
    "county-entry-zh-dark.png",
  );
  writeFileSync(file, readFileSync(picture));
  return file;
}

type Others = Readonly<Record<"gaoan" | "tonggu" | "jkq", Session>>;

/** The other units: one waits for review, one is finished and locked, one's computer was lost and revoked. */
async function others(scene: Scene, office: Session, { gaoan, tonggu, jkq }: Others): Promise<void> {
  scene.clock.set("2024-07-14T02:00:00.000Z");
  save(gaoan, JUNE, draftsOf(gaoan, JUNE));
  const genuine = await hand(scene, gaoan, office, JUNE);
  const drafts = draftsOf(tonggu, JUNE);
  save(tonggu, JUNE, drafts);
  await hand(scene, tonggu, office, JUNE);
  // Contacts and register rows stand as they were reported before.
  const anew = Object.keys(drafts).filter((item) => /^(task|indicator):/.test(item));
  judge(office, "accepted", ["360926", JUNE, ...anew]);
  const period = periodSchema.parse(JUNE);
  must(lockPeriod(office, { period, units: [unitKeySchema.parse("360926")], outcome: "locked" }));
  const lost = certificates(office.db).find(({ unit }) => unit === jkq.unit);
  must(await revokeCertificate(office, lost?.serial ?? 0, []));
  save(jkq, JUNE, draftsOf(jkq, JUNE));
  await hand(scene, jkq, office, JUNE);
  await take(office, [tampered(scene, genuine)]);
  const source = "市统计局月报（样例）";
  const value = { value: decimalSchema.parse("612.4"), source, date: "2024-07-18", use: false };
  must(publishFigure(office, { period, item: itemSchema.parse(revenueOf("T02-1")), value }));
}

function tampered(scene: Scene, genuine: string): string {
  const bytes = readFileSync(genuine);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const file = join(scene.out(), "途中改过的包.tzb");
  writeFileSync(file, bytes);
  return file;
}

/** The office's next plan drops an indicator that the county has begun; only this county has it yet. */
async function newPlanFor(scene: Scene, office: Session, county: Session): Promise<void> {
  const press = scene.copyOf(office);
  const dropped = "T09-1";
  save(county, "2024-07", {
    [revenueOf(dropped)]: { inputs: { revenue: "41208.5", revenue_prior: "40000" } },
  });
  const plan = {
    ...press.plan,
    version: press.plan.version + 1,
    indicators: press.plan.indicators
      .filter(({ id }) => id !== dropped)
      .map((indicator) =>
        indicator.id === "T02-1"
          ? { ...indicator, target: { ...indicator.target, value: decimalSchema.parse("1300") } }
          : indicator,
      ),
  };
  storePlan(press.db, plan, null);
  press.plan = plan;
  await take(county, [must(await publishPlan(press, scene.out())).file]);
}

/** A county that has not been granted yet. */
async function askFor(scene: Scene, office: Session, city: { planFile: string; fingerprint: string }) {
  const laptop = must(
    await createMemberWorkspace(
      dependencies(scene.clock),
      {
        dir: join(scene.folder, "fengxin"),
        unit: unitKeySchema.parse("360921"),
        name: "填报人戊",
        passphrase: PASSPHRASE,
        sample: true,
      },
      { file: city.planFile, fingerprint: city.fingerprint },
    ),
  );
  await take(office, [must(await requestEnrolment(laptop, { officer: "填报人戊", dir: scene.out() })).file]);
  closeSession(laptop);
}
