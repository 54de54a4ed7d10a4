import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "#shared/checks/draft.ts";
import { entriesFileSchema, entriesToDrafts } from "#shared/entries/entries-file.ts";
import { periodsOf } from "#shared/plan/calendar.ts";
import { itemSchema, unitKeySchema, type Item, type Period, type UnitKey } from "#shared/plan/ids.ts";
import { indicatorItem } from "#shared/plan/item.ts";
import { planSchema, type Plan } from "#shared/plan/schema.ts";
import { reportingUnits } from "#shared/plan/units.ts";
import { pick } from "#seeds/sample-869/chance.ts";
import { sampleEntries } from "#seeds/sample-869/sample.ts";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { writeFact } from "#main/store/facts.ts";
import { rezipped } from "./rezip.ts";
import { makeCity, removeCity, save, Scene, seal } from "./workspaces.ts";

/**
 * A whole year of a city: every county and zone and two departments, twelve reporting periods each, as files that come
 * in no order, with forgeries, laptops restored from old copies, and laptops of one unit that disagree. Samples all.
 */
export interface SampleYear {
  readonly scene: Scene;
  readonly office: Session;
  readonly plan: Plan;
  readonly periods: readonly Period[];
  readonly units: readonly UnitKey[];
  /** What each unit's first laptop typed, under `typedAt`. */
  readonly typed: ReadonlyMap<string, Draft>;
  /** Genuine and forged files, shuffled. */
  readonly files: readonly string[];
  readonly forged: readonly Forged[];
  /** Units of which a restored laptop gave one number to two packages. */
  readonly forked: readonly UnitKey[];
  readonly conflicts: readonly Disagreement[];
  readonly close: () => void;
}

export interface Forged {
  readonly file: string;
  readonly reason: "damaged" | "digest-mismatch" | "bad-signature" | "unknown-root";
}

export interface Disagreement {
  readonly laptop: Session;
  readonly unit: UnitKey;
  readonly period: Period;
  readonly item: Item;
}

export const typedAt = (unit: string, period: string, item: string): string => `${unit} ${period} ${item}`;

const DEPARTMENTS = ["gxj", "fgw"];
const FORKED = ["360902", "360921"] as const;
const DISPUTED = { "360981": "T02-1", "360983": "T03-1", "360926": "T06-1" } as const;
const HOW_MANY_PERIODS = 12;
const FIRST = "2024-02";

export async function sampleYear(): Promise<SampleYear> {
  const plan = planWithDepartments();
  const periods = periodsOf(plan)
    .filter((period) => period >= FIRST)
    .slice(0, HOW_MANY_PERIODS);
  const units = reportingUnits(plan, periods[0]).map(({ key }) => unitKeySchema.parse(key));
  const firsts = Object.fromEntries(units.map((unit) => [unit, unit]));
  const seconds = Object.fromEntries(Object.keys(DISPUTED).map((unit) => [`${unit}-second`, unit]));
  const city = await makeCity({ ...firsts, ...seconds }, { plan });
  const scene = new Scene(city);
  const office = scene.office();
  writeFact(office.db, "sample", "yes");
  const year = new Year(scene, plan);
  const laptops = new Map<UnitKey, Session>();
  for (const unit of units) {
    const laptop = scene.laptop(unit);
    laptops.set(unit, laptop);
    for (const period of periods) await year.report(laptop, period);
  }
  for (const unit of FORKED) await year.fork(laptops.get(unitKeySchema.parse(unit)), periods);
  const conflicts: Disagreement[] = [];
  for (const [unit, indicator] of Object.entries(DISPUTED))
    conflicts.push(await year.disagree(scene.laptop(`${unit}-second`), periods, indicatorItem(indicator)));
  const forged = await year.forge(await stranger(plan, scene.out()));
  const files = shuffled([...year.files, ...forged.map(({ file }) => file)]);
  return {
    scene,
    office,
    plan,
    periods,
    units,
    typed: year.typed,
    files,
    forged,
    forked: FORKED.map((unit) => unitKeySchema.parse(unit)),
    conflicts,
    close: () => {
      scene.close();
      removeCity(city);
    },
  };
}

/** One period of the same thirteen units, in files that come in no order. */
export type SampleMonth = Pick<
  SampleYear,
  "scene" | "office" | "plan" | "units" | "typed" | "files" | "close"
>;

export async function sampleMonth(period: Period): Promise<SampleMonth> {
  const plan = planWithDepartments();
  const units = reportingUnits(plan, period).map(({ key }) => unitKeySchema.parse(key));
  const city = await makeCity(Object.fromEntries(units.map((unit) => [unit, unit])), { plan });
  const scene = new Scene(city);
  const office = scene.office();
  writeFact(office.db, "sample", "yes");
  const year = new Year(scene, plan);
  for (const unit of units) {
    const laptop = scene.laptop(unit);
    await year.report(laptop, period);
    closeSession(laptop);
  }
  const close = (): void => {
    scene.close();
    removeCity(city);
  };
  return { scene, office, plan, units, typed: year.typed, files: shuffled(year.files), close };
}

/** The bundled plan with two departments switched on, as an office would publish it. */
function planWithDepartments(): Plan {
  const file = join(import.meta.dirname, "..", "..", "seeds", "yichun-869", "plan.json");
  const plan = planSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return {
    ...plan,
    units: plan.units.map((unit) => (DEPARTMENTS.includes(unit.key) ? { ...unit, reporting: "on" } : unit)),
  };
}

/** Fills in and hands over, and keeps what was typed and what was written. */
class Year {
  readonly typed = new Map<string, Draft>();
  readonly files: string[] = [];
  readonly #scene: Scene;
  readonly #plan: Plan;

  constructor(scene: Scene, plan: Plan) {
    this.#scene = scene;
    this.#plan = plan;
  }

  /** All that is due of the unit in the period, handed over on the 8th of the month after, before anything is due. */
  async report(laptop: Session, period: Period): Promise<void> {
    const drafts = sampleDrafts(this.#plan, laptop.unit, period);
    // Departments are asked for progress alone, by the quarter.
    if (Object.keys(drafts).length === 0) return;
    this.#scene.clock.set(monthAfter(period));
    save(laptop, period, drafts);
    for (const [item, draft] of Object.entries(drafts))
      this.typed.set(typedAt(laptop.unit, period, item), draft);
    await this.#handOver(laptop, period);
  }

  /** The laptop breaks, an old copy of it is put in its place, and both have handed over under one number. */
  async fork(laptop: Session | undefined, periods: readonly Period[]): Promise<void> {
    const period = periods.at(-1);
    if (laptop === undefined || period === undefined) throw new Error("nothing to fork");
    const restored = this.#scene.copyOf(laptop);
    const item = itemSchema.parse("contact:2");
    save(laptop, period, { [item]: { department: "样例发改委", person: "填报人甲" } });
    await this.#handOver(laptop, period);
    save(restored, period, { "contact:3": { department: "样例工信局", person: "填报人乙" } });
    await this.#handOver(restored, period);
  }

  /** A second laptop of the unit reports another figure without having seen the first one's. */
  async disagree(laptop: Session, periods: readonly Period[], item: Item): Promise<Disagreement> {
    const period = periods.at(-1);
    if (period === undefined) throw new Error("no period");
    const unit = unitKeySchema.parse(laptop.unit);
    save(laptop, period, { [item]: { inputs: { revenue: "123456.78" }, note: "样例：按另一份台账填报" } });
    await this.#handOver(laptop, period);
    return { laptop, unit, period, item };
  }

  /** Five ways to forge: two of them need a key of one's own. */
  async forge(strangers: string): Promise<Forged[]> {
    const [first = "", second = "", third = "", fourth = ""] = this.files;
    return [
      this.#forged(withByteChanged(readFileSync(first)), "damaged", "途中改了一个字节"),
      this.#forged(readFileSync(second).subarray(0, 9_000), "damaged", "只拷了一半"),
      this.#forged(await rezipped(readFileSync(third), raiseFigure), "digest-mismatch", "改数后重新打包"),
      this.#forged(await rezipped(readFileSync(fourth), renameUnit), "bad-signature", "冒充别的县"),
      { file: strangers, reason: "unknown-root" },
    ];
  }

  #forged(bytes: Uint8Array, reason: Forged["reason"], name: string): Forged {
    const file = join(this.#scene.out(), `${name}.tzb`);
    writeFileSync(file, bytes);
    return { file, reason };
  }

  async #handOver(laptop: Session, period: Period): Promise<void> {
    this.files.push((await seal(laptop, period, this.#scene.out())).file);
  }
}

const monthAfter = (period: Period): string =>
  new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 8, 2, 10)).toISOString();

const sampleDrafts = (plan: Plan, unit: string, period: Period): Readonly<Record<string, Draft>> =>
  Object.fromEntries(
    entriesToDrafts(entriesFileSchema.parse(sampleEntries(plan, unit, period))).map(({ item, draft }) => [
      item,
      draft,
    ]),
  );

/** Somebody sets up an office of the same plan and hands over in a county's name. */
async function stranger(plan: Plan, out: string): Promise<string> {
  const city = await makeCity({ false: "360981" }, { plan });
  const scene = new Scene(city);
  const laptop = scene.laptop("false");
  const period = periodsOf(plan).find((each) => each >= FIRST);
  if (period === undefined) throw new Error("no period");
  save(laptop, period, { [indicatorItem("T02-1")]: { inputs: { revenue: "999999" }, note: "样例：冒名" } });
  const { file } = await seal(laptop, period, out);
  scene.close();
  removeCity(city);
  return file;
}

function withByteChanged(genuine: Buffer): Buffer {
  const bytes = Buffer.from(genuine);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}

const changed = (entries: Map<string, Uint8Array>, name: string, from: string | RegExp, to: string): void => {
  const before = Buffer.from(entries.get(name) ?? []).toString("utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to change in ${name}`);
  entries.set(name, Buffer.from(after, "utf8"));
};

const raiseFigure = (entries: Map<string, Uint8Array>): void =>
  changed(entries, "records/revisions.ndjson", /"revenue":"[0-8]/, '"revenue":"9');

const renameUnit = (entries: Map<string, Uint8Array>): void =>
  changed(entries, "manifest.json", /"unit":"[^"]+"/, '"unit":"360982"');

/** Always in the same disorder. */
const shuffled = (files: readonly string[]): string[] =>
  files
    .map((file, index) => ({ file, at: pick(0, 1_000_000, "shuffle", index) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ file }) => file);
