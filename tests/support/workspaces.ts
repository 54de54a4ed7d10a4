import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Draft } from "#shared/checks/draft.ts";
import type { SuiteName } from "#shared/bundle/identifiers.ts";
import type { BundleReport, ItemView } from "#shared/ipc/views.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { decide, type DecisionInput } from "#main/engine/review/decide.ts";
import { grantEnrolment, requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { gridView, saveEntries } from "#main/engine/entry/entry.ts";
import { importFiles } from "#main/engine/inbox/inbox.ts";
import { ledgerDigest } from "#main/engine/ledger/ledger-audit.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { writeReceipt } from "#main/engine/exchange/receipt.ts";
import { createMemberWorkspace, createOfficeWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { rollUpPeriod } from "#main/engine/rollup/rollup.ts";
import { sealSubmission } from "#main/engine/submission/seal.ts";
import type { EngineDependencies, Session, UnlockedKeys } from "#main/engine/session.ts";
import type { Answer } from "#main/engine/types.ts";
import { closeSession, openWorkspace } from "#main/engine/workspace/workspace.ts";
import { workspaceView } from "#main/engine/workspace/workspace-view.ts";

/** Real workspaces of a small city: an office and laptops of its units, made once and copied for every test. */

export const PASSPHRASE = "样例口令-三月开工填报";
export const PEOPLE = { filler: "填报人甲", reviewer: "审核人乙", head: "负责人丙" };

/** The value of an answer; a test that expected one fails with the code. */
export function must<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.params)}`);
}

/** `ok`, or the code that says why not. */
export const codeOf = (answer: Answer<unknown>): string => (answer.ok ? "ok" : answer.error.code);

/** A clock that the test sets; it stands still in between. */
export class TestClock {
  #now: Date;
  constructor(time: string) {
    this.#now = new Date(time);
  }
  readonly read = (): Date => this.#now;
  set(time: string): void {
    this.#now = new Date(time);
  }
}

const PLAN_FILE = join(import.meta.dirname, "..", "..", "seeds", "yichun-869", "plan.json");
export const dependencies = (clock: TestClock): EngineDependencies => ({
  clock: clock.read,
  bundledPlan: () => readFileSync(PLAN_FILE),
});

interface Kept {
  readonly dir: string;
  readonly keys: UnlockedKeys;
}

export interface City {
  readonly folder: string;
  readonly fingerprint: string;
  readonly planFile: string;
  readonly office: Kept;
  readonly laptops: ReadonlyMap<string, Kept>;
}

/** Makes an office, its plan bundle and one enrolled laptop per entry (`name → unit`). */
export async function makeCity(
  laptops: Readonly<Record<string, string>>,
  { suite, plan }: { readonly suite?: SuiteName; readonly plan?: Plan } = {},
): Promise<City> {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-city-"));
  const deps = dependencies(new TestClock("2024-02-20T01:00:00.000Z"));
  const office = must(
    await createOfficeWorkspace(deps, {
      dir: join(folder, "office"),
      name: "样例汇总办",
      passphrase: PASSPHRASE,
      suite,
      ...(plan && { plan }),
    }),
  );
  const planFile = must(await publishPlan(office, join(folder, "plan"))).file;
  const fingerprint = workspaceView(office).fingerprint ?? "";
  const kept = new Map<string, Kept>();
  for (const [name, unit] of Object.entries(laptops)) {
    const laptop = must(
      await createMemberWorkspace(
        deps,
        {
          dir: join(folder, name),
          unit: unitKeySchema.parse(unit),
          name: "填报人甲",
          passphrase: PASSPHRASE,
        },
        { file: planFile, fingerprint },
      ),
    );
    const papers = join(folder, `${name}-papers`);
    const request = must(await requestEnrolment(laptop, { officer: "填报人甲", dir: papers }));
    await take(office, [request.file]);
    const { device } = request;
    const grant = must(await grantEnrolment(office, { device, confirm: device, dir: papers }));
    await take(laptop, [grant.file]);
    kept.set(name, { dir: laptop.dir, keys: keysOf(laptop) });
    closeSession(laptop);
  }
  const keys = keysOf(office);
  closeSession(office);
  return { folder, fingerprint, planFile, office: { dir: office.dir, keys }, laptops: kept };
}

export const removeCity = (city: City): void => rmSync(city.folder, { recursive: true, force: true });

function keysOf({ keys }: Session): UnlockedKeys {
  if (keys === null) throw new Error("locked");
  return keys;
}

/** A copy of the city to work in; what is opened in it is closed with it. */
export class Scene {
  readonly folder: string;
  readonly clock = new TestClock("2024-04-03T01:05:00.000Z");
  readonly #city: City;
  readonly #open: Session[] = [];

  constructor(city: City) {
    this.#city = city;
    this.folder = mkdtempSync(join(city.folder, "scene-"));
  }

  office(): Session {
    return this.#copy("office", this.#city.office);
  }

  laptop(name: string): Session {
    const kept = this.#city.laptops.get(name);
    if (kept === undefined) throw new Error(`no laptop ${name}`);
    return this.#copy(name, kept);
  }

  /** A second copy of an open workspace as it is on the disk now: a restored or copied machine. */
  copyOf(session: Session): Session {
    const dir = mkdtempSync(join(this.folder, "copy-"));
    session.db.prepared("PRAGMA wal_checkpoint(TRUNCATE)").all();
    cpSync(session.dir, dir, { recursive: true });
    return this.#opened(dir, session.keys);
  }

  /** A fresh folder beside the workspaces. */
  out(): string {
    return mkdtempSync(join(this.folder, "out-"));
  }

  close(): void {
    for (const session of this.#open) closeSession(session);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #copy(name: string, { dir, keys }: Kept): Session {
    const copy = join(mkdtempSync(join(this.folder, `${name}-`)), "w");
    mkdirSync(copy);
    cpSync(dir, copy, { recursive: true });
    return this.#opened(copy, keys);
  }

  #opened(dir: string, keys: UnlockedKeys | null): Session {
    const session = must(openWorkspace(dependencies(this.clock), dir));
    session.keys = keys;
    this.#open.push(session);
    return session;
  }
}

export const CONTEXT = { progress: () => undefined, signal: new AbortController().signal };

export const take = async (session: Session, files: readonly string[]): Promise<BundleReport[]> =>
  must(await importFiles(session, files, { trial: false, context: CONTEXT }));

export const tryOut = async (session: Session, files: readonly string[]): Promise<BundleReport[]> =>
  must(await importFiles(session, files, { trial: true, context: CONTEXT }));

export function save(session: Session, period: string, drafts: Readonly<Record<string, Draft | null>>): void {
  const changes = Object.entries(drafts).map(([item, draft]) => ({ item: itemSchema.parse(item), draft }));
  must(saveEntries(session, periodSchema.parse(period), changes));
}

/** 样例: cumulative revenue of one chain, in 万元. */
export const revenue = (amount: string, note?: string): Draft => ({
  inputs: { revenue: amount },
  ...(note === undefined ? {} : { note }),
});

export async function seal(session: Session, period: string, dir: string, encrypt = false) {
  const at = periodSchema.parse(period);
  return must(await sealSubmission(session, { ...PEOPLE, period: at, dir, encrypt }));
}

export const judge = (
  office: Session,
  outcome: DecisionInput["outcome"],
  [unit, period, ...items]: readonly [unit: string, period: string, ...items: string[]],
  comment?: string,
): void => {
  const at = { unit: unitKeySchema.parse(unit), period: periodSchema.parse(period), outcome, comment };
  must(
    decide(
      office,
      items.map((item) => ({ ...at, item: itemSchema.parse(item) })),
    ),
  );
};

export const receiptFor = async (office: Session, unit: string, dir: string, encrypt = false) =>
  must(await writeReceipt(office, unitKeySchema.parse(unit), dir, { encrypt }));

export function itemOf(session: Session, period: string, item: string): ItemView {
  const grid = must(gridView(session, periodSchema.parse(period)));
  const found = grid.items.find((view) => view.item === item);
  if (found === undefined) throw new Error(`no ${item} in ${period}`);
  return found;
}

export const digestOf = (session: Session): string => ledgerDigest(session).digest;

export const cityFigures = (office: Session, period: string, includePending = false) =>
  must(rollUpPeriod(office, periodSchema.parse(period), includePending));

export function figureOf(office: Session, period: string, id: string, includePending = false) {
  const found = cityFigures(office, period, includePending).indicators.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
}

/** Every row of every table, and every file beside the database: what “changes nothing” is held against. */
export function dump({ db, dir }: Session): string {
  const names = db
    .prepared(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  const tables = names.map((name) => [
    name,
    db.prepared(`SELECT * FROM ${String(name)} ORDER BY 1, 2`).all(),
  ]);
  const files = readdirSync(dir, { recursive: true })
    .map(String)
    .filter((file) => !file.startsWith("workspace."));
  return JSON.stringify({ tables, files: files.toSorted() }, null, 1);
}

/** The same without what a refused file leaves behind. */
export function dumpBesidesQuarantine(session: Session): string {
  const { tables, files }: { tables: [string, unknown][]; files: string[] } = JSON.parse(dump(session));
  return JSON.stringify({
    tables: tables.filter(([name]) => name !== "quarantine"),
    files: files.filter((file) => !file.startsWith("quarantine/")),
  });
}
